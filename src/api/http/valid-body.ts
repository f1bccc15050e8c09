import { Body, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { validateBody } from '../../common/validate-body.js';

const pipe: PipeTransform = {
  transform: (body: unknown, { metatype }: ArgumentMetadata): object => {
    if (!metatype) throw new Error('A validated body needs a DTO class as its type');
    return validateBody(metatype as new () => object, body);
  },
};

/** The request's body, checked against the DTO that is the parameter's type. */
export function ValidBody(): ParameterDecorator {
  return Body(pipe);
}
