import { createHash } from 'node:crypto';
import { createTransformer } from '@swc/jest';
import { relative } from 'node:path';

/** The one fault of this run: it is put into the file as it is read, so that no file on disk ever has it. */
const mutant = JSON.parse(process.env.TESSERA_MUTANT ?? 'null');

function mutated(source, path, root) {
  if (!mutant || relative(root, path) !== mutant.file) return source;
  return source.slice(0, mutant.start) + mutant.text + source.slice(mutant.end);
}

/** As `@swc/jest`, with the fault in its file. */
export default {
  createTransformer(options) {
    const swc = createTransformer(options);
    const change = (work) => (source, path, context) =>
      work(mutated(source, path, context.config.rootDir), path, context);
    return {
      canInstrument: swc.canInstrument,
      process: change(swc.process),
      processAsync: change(swc.processAsync),
      getCacheKey: (source, path, context) =>
        createHash('sha256')
          .update(swc.getCacheKey(source, path, context))
          .update(mutated(source, path, context.config.rootDir))
          .digest('hex'),
    };
  },
};
