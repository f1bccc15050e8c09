/**
 * Ends the run's output with the line `N passed, N failed`, counting tests.
 * A file that could not be run at all counts as one failed test.
 */
export default class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const line = `${results.numPassedTests} passed, ${failed} failed\n`;
    // Jest prints its own summary after all reporters from the configuration; only the exit comes later still.
    process.once('exit', () => process.stdout.write(line));
  }
}
