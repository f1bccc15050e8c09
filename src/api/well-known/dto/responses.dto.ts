import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class JwkResponseDto {
  @ApiProperty({ example: 'EC' })
  kty: string;

  @ApiProperty({ example: 'P-256' })
  crv: string;

  @ApiProperty()
  x: string;

  @ApiProperty()
  y: string;

  @ApiProperty({ description: 'The thumbprint of the key (RFC 7638).' })
  kid: string;

  @ApiProperty({ example: 'sig' })
  use: string;

  @ApiProperty({ example: 'ES256' })
  alg: string;

  @ApiPropertyOptional({ description: 'Since when it signs, in seconds since 1970; a token that is older was forged.' })
  signs_from?: number;

  @ApiPropertyOptional({ description: 'Until when it signed, in seconds since 1970; a newer token was forged.' })
  signed_until?: number;
}

export class JwksResponseDto {
  @ApiProperty({ type: [JwkResponseDto] })
  keys: JwkResponseDto[];
}

export class MetadataResponseDto {
  @ApiProperty({ example: 'https://tokens.example.com' })
  issuer: string;

  @ApiProperty()
  jwks_uri: string;

  @ApiProperty({ type: [String], example: [] })
  response_types_supported: string[];

  @ApiProperty({ type: [String], example: [] })
  grant_types_supported: string[];

  @ApiProperty()
  introspection_endpoint: string;

  @ApiProperty({ type: [String] })
  introspection_endpoint_auth_methods_supported: string[];

  @ApiProperty()
  revocation_endpoint: string;

  @ApiProperty({ type: [String] })
  revocation_endpoint_auth_methods_supported: string[];

  @ApiProperty({ description: 'Of our own: the stream of revoked places.' })
  revocation_events_endpoint: string;

  @ApiProperty()
  service_documentation: string;
}
