import { AppError } from '../../common/app-error.js';
import { MAX_CONTEXT_CODE } from '../../contexts/context-name.js';
import type { ContextEntity } from '../../database/entities/context.entity.js';
import type { ContextResponseDto } from './dto/context.dto.js';

export function presentContext({ code, name, description }: ContextEntity): ContextResponseDto {
  return { code, name, description };
}

/** @throws AppError `context_not_found` for what can be no code. */
export function parseContextCode(text: string): number {
  const code = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (code < 1 || code > MAX_CONTEXT_CODE) {
    throw new AppError('context_not_found', 'There is no context of this code');
  }
  return code;
}
