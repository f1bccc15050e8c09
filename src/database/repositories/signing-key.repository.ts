import { Injectable } from '@nestjs/common';
import { DataSource, type Repository } from 'typeorm';
import { SigningKeyEntity } from '../entities/signing-key.entity.js';

@Injectable()
export class SigningKeyRepository {
  private readonly keys: Repository<SigningKeyEntity>;

  constructor(dataSource: DataSource) {
    this.keys = dataSource.getRepository(SigningKeyEntity);
  }

  listAll(): Promise<SigningKeyEntity[]> {
    return this.keys.find();
  }

  /** Does nothing where there is a current key already: of several instances that start at once, one makes it. */
  async insertIfNone(key: SigningKeyEntity): Promise<void> {
    await this.keys.createQueryBuilder().insert().values(key).orIgnore().execute();
  }

  async updateSealedPrivateKey(kid: string, sealedPrivateKey: Buffer): Promise<void> {
    await this.keys.update({ kid }, { sealedPrivateKey });
  }
}
