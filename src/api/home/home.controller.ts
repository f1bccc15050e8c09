import { Controller, Get, HttpStatus, Redirect } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Anonymous } from '../../auth/access.decorators.js';
import { headers } from '../openapi/headers.js';

@ApiTags('service')
@Controller()
@Anonymous()
export class HomeController {
  @Get()
  @Redirect('/docs', HttpStatus.FOUND)
  @ApiOperation({ operationId: 'openDocumentation', summary: 'Redirect a browser to this page' })
  @ApiResponse({ status: 302, description: 'To `/docs`', headers: headers('Location') })
  open(): void {
    // The redirect is all.
  }
}
