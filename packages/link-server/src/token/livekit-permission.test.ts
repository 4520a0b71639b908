import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TrackSource } from 'livekit-server-sdk';
import { livekitPermission, roleOfPermission } from './livekit-permission.js';
import { roles } from './role-table.js';

describe('a role in LiveKit’s words', () => {
  for (const role of roles) {
    it(`is read back from what a ${role} may do, in whatever order it is listed`, () => {
      const permission = livekitPermission(role);
      assert.equal(roleOfPermission(permission), role);
      assert.equal(
        roleOfPermission({ ...permission, canPublishSources: [...permission.canPublishSources].reverse() }),
        role,
      );
    });

    it(`is not read from what is less or more than a ${role} may do`, () => {
      const permission = livekitPermission(role);
      const { canPublish, canSubscribe, canPublishSources } = permission;
      assert.notEqual(roleOfPermission({ ...permission, canPublish: !canPublish }), role);
      assert.notEqual(roleOfPermission({ ...permission, canSubscribe: !canSubscribe }), role);
      const more = [...canPublishSources, TrackSource.UNKNOWN];
      assert.equal(roleOfPermission({ ...permission, canPublishSources: more }), null);
    });
  }

  it('allows nobody data, hiding or recording', () => {
    for (const role of roles) {
      const { canPublishData, hidden, recorder } = livekitPermission(role);
      assert.deepEqual([canPublishData, hidden, recorder], [false, false, false]);
    }
  });
});
