package cn.doublerandom.eventstore.person;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonKeysIT {
  @Test
  void a_name_is_readable_until_its_key_is_destroyed() throws Exception {
    try (var database = TestDatabase.fresh()) {
      var keys = new PersonKeys(database.pool, MasterKey.create());
      Map<String, String> sealed =
          keys.seal(Map.of("JT001", "王某", "JT002", "王某")).await().indefinitely();

      assertThat(sealed.get("JT001")).isNotEqualTo(sealed.get("JT002")).doesNotContain("王某");
      assertThat(keys.open(sealed).await().indefinitely()).containsEntry("JT001", "王某");
      assertThat(keys.seal(Map.of("JT001", "王某")).await().indefinitely().get("JT001"))
          .isEqualTo(sealed.get("JT001"));

      database
          .pool
          .query("DELETE FROM person_key WHERE person = 'JT001'")
          .execute()
          .await()
          .indefinitely();
      assertThat(keys.open(sealed).await().indefinitely())
          .containsEntry("JT001", PersonKeys.ERASED)
          .containsEntry("JT002", "王某");
    }
  }
}
