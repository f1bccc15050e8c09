import { Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../common/roles.js';

/** A role whose users must have a second factor. */
@Entity('second_factor_roles')
export class SecondFactorRoleEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'second_factor_roles_pkey' })
  role: Role;
}
