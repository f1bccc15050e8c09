import { TestEnvironment } from 'jest-environment-node';
import { ResponseChecker } from './response-checker.mjs';

let checker;

/** Gives all specs of a worker one `ResponseChecker`: what is compiled for one need not be compiled for the next. */
export default class OpenApiEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.checkResponse = (sent) => (checker ??= new ResponseChecker()).check(sent);
  }
}
