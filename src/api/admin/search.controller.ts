import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Authenticated, EVERY_SCHEME } from '../../auth/access.decorators.js';
import { SearchService } from '../../search/search.service.js';
import { Responses } from '../openapi/responses.js';
import { SearchResponseDto } from './dto/search.dto.js';
import { invalid, parseText } from '../http/query-values.js';

@ApiTags('admin')
@Controller('admin/search')
@Authenticated(EVERY_SCHEME, { roles: ['admin', 'auditor'] })
export class SearchController {
  constructor(private readonly searches: SearchService) {}

  @Get()
  @ApiOperation({
    operationId: 'search',
    summary: 'Find users by the beginning of their names and addresses, and anything by its id',
  })
  @ApiQuery({
    name: 'q',
    schema: { type: 'string', minLength: 1, maxLength: 256, example: 'denis' },
    description: 'A user name, full name or e-mail address, or the id of a user, token, session or request.',
  })
  @Responses({ 200: SearchResponseDto }, 'invalid_request')
  async search(@Query() query: Record<string, unknown>): Promise<SearchResponseDto> {
    const text = parseText(query, 'q')?.trim();
    if (text === undefined || text === '') throw invalid('q', 'q must be a text to look for');
    return { items: await this.searches.search(text) };
  }
}
