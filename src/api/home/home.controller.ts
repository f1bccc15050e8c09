import { Controller, Get, Headers, HttpStatus, Redirect } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Config } from '../../config/config.js';
import { Anonymous } from '../../auth/access.decorators.js';
import { headers } from '../openapi/headers.js';

@ApiTags('service')
@Controller()
@Anonymous()
export class HomeController {
  constructor(private readonly config: Config) {}

  @Get()
  @Redirect('/docs', HttpStatus.FOUND)
  @ApiOperation({ operationId: 'openDocumentation', summary: 'Lead people to the console, and programs to this page' })
  @ApiResponse({ status: 302, description: 'To `/console` or `/docs`', headers: headers('Location') })
  open(@Headers('accept') accept = ''): { url: string } | undefined {
    return this.config.console && accept.includes('text/html') ? { url: '/console' } : undefined;
  }
}
