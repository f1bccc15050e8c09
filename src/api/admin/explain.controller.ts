import { Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authenticated, EVERY_SCHEME } from '../../auth/access.decorators.js';
import { TokenExplainer } from '../../tokens/explanation/token-explainer.js';
import { ValidBody } from '../http/valid-body.js';
import { Responses } from '../openapi/responses.js';
import { ExplainTokenDto, ExplanationResponseDto } from './dto/explanation.dto.js';

@ApiTags('admin')
@Controller('admin/explain')
@Authenticated(EVERY_SCHEME, { roles: ['admin'] })
export class ExplainController {
  constructor(private readonly explainer: TokenExplainer) {}

  @Post()
  @ApiOperation({ operationId: 'explainToken', summary: 'Say why a text is accepted or refused as a token' })
  @Responses({ 200: ExplanationResponseDto })
  async explain(@ValidBody() { token }: ExplainTokenDto): Promise<ExplanationResponseDto> {
    const { verdict, checks } = await this.explainer.explain(token);
    return { verdict, checks: [...checks] };
  }
}
