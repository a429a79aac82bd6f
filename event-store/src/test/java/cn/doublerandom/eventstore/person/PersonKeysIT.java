package cn.doublerandom.eventstore.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.TestDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

  private static CommandContext by(String account) {
    return new CommandContext(
        account, Instant.EPOCH, Instant.EPOCH, "c", "r", Optional.empty(), OptionalLong.empty());
  }

  @Test
  void a_stolen_database_opens_nothing_without_the_master_key() throws Exception {
    try (var database = TestDatabase.fresh()) {
      var keys = new PersonKeys(database.pool, MasterKey.create());
      Map<String, String> sealed = keys.seal(Map.of("JT001", "王某")).await().indefinitely();
      var thief = new PersonKeys(database.pool, MasterKey.create());

      assertThatThrownBy(() -> thief.open(sealed).await().indefinitely())
          .hasMessageContaining("cannot be unwrapped");
      assertThat(database.ask("SELECT key FROM person_key")).doesNotMatch("[0-9a-f]{64}");
    }
  }

  @Test
  void a_new_master_key_takes_over_every_persons_key_and_no_text_is_sealed_again()
      throws Exception {
    try (var database = TestDatabase.fresh()) {
      MasterKey old = MasterKey.create();
      MasterKey fresh = MasterKey.create();
      Map<String, String> sealed =
          new PersonKeys(database.pool, old)
              .seal(Map.of("JT001", "王某", "JT002", "李某"))
              .await()
              .indefinitely();
      var keys = new PersonKeys(database.pool, fresh);

      assertThat(keys.wrapAll(old).await().indefinitely()).isEqualTo(2);
      assertThat(keys.wrapAll(old).await().indefinitely()).isZero();
      assertThat(keys.open(sealed).await().indefinitely())
          .containsEntry("JT001", "王某")
          .containsEntry("JT002", "李某");
    }
  }

  @Test
  void an_erasure_needs_a_second_person_and_cannot_be_undone() throws Exception {
    try (var database = TestDatabase.fresh()) {
      var keys = new PersonKeys(database.pool, MasterKey.create());
      Map<String, String> sealed = keys.seal(Map.of("JT001", "王某")).await().indefinitely();

      assertThat(keys.erase("JT001", "本人申请", "甲", by("甲")).await().indefinitely())
          .isEqualTo(PersonKeys.Erasure.OWN_REQUEST);
      assertThat(keys.erase("JT001", "本人申请", "甲", by("乙")).await().indefinitely())
          .isEqualTo(PersonKeys.Erasure.ERASED);
      assertThat(keys.erase("JT001", "本人申请", "甲", by("乙")).await().indefinitely())
          .isEqualTo(PersonKeys.Erasure.NOBODY);

      assertThat(keys.open(sealed).await().indefinitely())
          .containsEntry("JT001", PersonKeys.ERASED);
      assertThat(keys.seal(Map.of("JT001", "王某")).await().indefinitely()).isEmpty();
      assertThat(database.ask("SELECT payload FROM event WHERE type = 'PersonErased'"))
          .contains("\"approvedBy\":\"乙\"");
    }
  }
}
