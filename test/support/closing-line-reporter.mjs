/**
 * Ends the run's output with the line `N passed, N failed`, counting tests.
 * A file that could not be run counts as one failed test.
 */
export default class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const line = `${results.numPassedTests} passed, ${failed} failed\n`;
    // At the exit, because Jest prints its own summary after all configured reporters have run.
    process.once('exit', () => process.stdout.write(line));
  }
}
