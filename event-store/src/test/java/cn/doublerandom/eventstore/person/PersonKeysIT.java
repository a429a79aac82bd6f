package cn.doublerandom.eventstore.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.TestDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PersonKeysIT {
  private static final Person WANG = new Person("inspector", "JT001", "JT001");
  private static final Person OTHER = new Person("inspector", "JT002", "JT002");

  @Test
  void a_name_is_readable_until_its_key_is_destroyed() throws Exception {
    try (var database = TestDatabase.fresh()) {
      var keys = new PersonKeys(database.pool, MasterKey.create(), Scope.HOME);
      Map<Person, String> sealed =
          keys.seal(Map.of(WANG, "王某", OTHER, "王某")).await().indefinitely();

      assertThat(sealed.get(WANG)).isNotEqualTo(sealed.get(OTHER)).doesNotContain("王某");
      assertThat(keys.open(sealed).await().indefinitely()).containsEntry(WANG, "王某");
      assertThat(keys.seal(Map.of(WANG, "王某")).await().indefinitely().get(WANG))
          .isEqualTo(sealed.get(WANG));

      keys.erase(WANG, false, "本人申请", "甲", by("乙")).await().indefinitely();
      assertThat(keys.open(sealed).await().indefinitely())
          .containsEntry(WANG, PersonKeys.ERASED)
          .containsEntry(OTHER, "王某");
    }
  }

  private static void remove(TestDatabase database, String key) {
    database
        .pool
        .preparedQuery("DELETE FROM person_key WHERE person = $1")
        .execute(io.vertx.mutiny.sqlclient.Tuple.of(key))
        .await()
        .indefinitely();
  }

  @Test
  void a_key_that_is_lost_or_does_not_fit_is_no_erasure() throws Exception {
    try (var database = TestDatabase.fresh()) {
      var keys = new PersonKeys(database.pool, MasterKey.create(), Scope.HOME);
      Map<Person, String> sealed =
          keys.seal(Map.of(WANG, "王某", OTHER, "李某")).await().indefinitely();

      remove(database, "inspector/JT001");
      assertThat(keys.open(sealed).await().indefinitely())
          .containsEntry(WANG, PersonKeys.UNREADABLE)
          .containsEntry(OTHER, "李某");

      remove(database, "inspector/JT002");
      keys.seal(Map.of(OTHER, "李某")).await().indefinitely();
      assertThat(keys.open(sealed).await().indefinitely())
          .containsEntry(OTHER, PersonKeys.UNREADABLE);

      keys.erase(OTHER, false, "本人申请", "甲", by("乙")).await().indefinitely();
      assertThat(keys.open(sealed).await().indefinitely())
          .containsEntry(WANG, PersonKeys.UNREADABLE)
          .containsEntry(OTHER, PersonKeys.ERASED);
      assertThat(PersonKeys.isGone(PersonKeys.UNREADABLE)).isTrue();
      assertThat(PersonKeys.isGone("李某")).isFalse();
    }
  }

  private static CommandContext by(String account) {
    return new CommandContext(
        account, Instant.EPOCH, Instant.EPOCH, "c", "r", Optional.empty(), OptionalLong.empty());
  }

  @Test
  void a_stolen_database_opens_nothing_without_the_master_key() throws Exception {
    try (var database = TestDatabase.fresh()) {
      var keys = new PersonKeys(database.pool, MasterKey.create(), Scope.HOME);
      Map<Person, String> sealed = keys.seal(Map.of(WANG, "王某")).await().indefinitely();
      var thief = new PersonKeys(database.pool, MasterKey.create(), Scope.HOME);

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
      Map<Person, String> sealed =
          new PersonKeys(database.pool, old, Scope.HOME)
              .seal(Map.of(WANG, "王某", OTHER, "李某"))
              .await()
              .indefinitely();
      var keys = new PersonKeys(database.pool, fresh, Scope.HOME);

      assertThat(keys.wrapAll(old).await().indefinitely()).isEqualTo(2);
      assertThat(keys.wrapAll(old).await().indefinitely()).isZero();
      assertThat(keys.open(sealed).await().indefinitely())
          .containsEntry(WANG, "王某")
          .containsEntry(OTHER, "李某");
    }
  }

  @Test
  void an_erasure_needs_a_second_person_and_cannot_be_undone() throws Exception {
    try (var database = TestDatabase.fresh()) {
      var keys = new PersonKeys(database.pool, MasterKey.create(), Scope.HOME);
      Map<Person, String> sealed = keys.seal(Map.of(WANG, "王某")).await().indefinitely();

      assertThat(keys.erase(WANG, false, "本人申请", "甲", by("甲")).await().indefinitely())
          .isEqualTo(PersonKeys.Erasure.OWN_REQUEST);
      assertThat(keys.erase(WANG, false, "本人申请", "甲", by("乙")).await().indefinitely())
          .isEqualTo(PersonKeys.Erasure.ERASED);
      assertThat(keys.erase(WANG, false, "本人申请", "甲", by("乙")).await().indefinitely())
          .isEqualTo(PersonKeys.Erasure.NOBODY);

      assertThat(keys.open(sealed).await().indefinitely()).containsEntry(WANG, PersonKeys.ERASED);
      assertThat(keys.seal(Map.of(WANG, "王某")).await().indefinitely()).isEmpty();
      assertThat(database.ask("SELECT payload FROM event WHERE type = 'PersonErased'"))
          .contains("\"approvedBy\":\"乙\"");
    }
  }

  @Test
  void a_number_of_one_kind_is_never_the_name_of_anothers_key() throws Exception {
    try (var database = TestDatabase.fresh()) {
      var keys = new PersonKeys(database.pool, MasterKey.create(), Scope.HOME);
      var subject = new Person("subject", "CY-0001", "subject-CY-0001");
      var inspector = new Person("inspector", "subject-CY-0001", "subject-CY-0001");
      Map<Person, String> sealed =
          keys.seal(Map.of(subject, "从业人员", inspector, "执法人员")).await().indefinitely();

      keys.erase(inspector, false, "本人申请", "甲", by("乙")).await().indefinitely();

      assertThat(keys.open(sealed).await().indefinitely())
          .containsEntry(inspector, PersonKeys.ERASED)
          .containsEntry(subject, "从业人员");
    }
  }

  @Test
  void what_was_sealed_before_there_were_namespaces_is_opened_and_erased_with_the_person()
      throws Exception {
    try (var database = TestDatabase.fresh()) {
      MasterKey master = MasterKey.create();
      var keys = new PersonKeys(database.pool, master, Scope.HOME);
      byte[] old = new byte[32];
      database
          .pool
          .preparedQuery("INSERT INTO person_key (person, key, master) VALUES ($1, $2, $3)")
          .execute(
              io.vertx.mutiny.sqlclient.Tuple.of(
                  "JT001", master.wrap("JT001", old), master.fingerprint()))
          .await()
          .indefinitely();
      String before = PersonCipher.seal(old, "王某");
      String after = keys.seal(Map.of(WANG, "王某")).await().indefinitely().get(WANG);

      assertThat(after).isNotEqualTo(before);
      assertThat(keys.open(Map.of(WANG, before)).await().indefinitely()).containsValue("王某");
      assertThat(keys.open(Map.of(WANG, after)).await().indefinitely()).containsValue("王某");
      assertThat(keys.isSealedBefore(WANG, before).await().indefinitely()).isTrue();
      assertThat(keys.isSealedBefore(WANG, after).await().indefinitely()).isFalse();
      keys.erase(WANG, true, "本人申请", "甲", by("乙")).await().indefinitely();
      assertThat(keys.open(Map.of(WANG, before)).await().indefinitely())
          .containsValue(PersonKeys.ERASED);
      assertThat(keys.open(Map.of(WANG, after)).await().indefinitely())
          .containsValue(PersonKeys.ERASED);
      assertThat(database.ask("SELECT count(*) FROM person_key")).isEqualTo("0");
    }
  }

  @Test
  void two_bureaus_have_a_person_of_the_same_number_and_erase_only_their_own() throws Exception {
    try (var database = TestDatabase.fresh()) {
      MasterKey master = MasterKey.create();
      var seed = new PersonKeys(database.pool, master, Scope.HOME);
      var market = new PersonKeys(database.pool, master, new Scope("130534.scjg"));
      Map<Person, String> ofSeed = seed.seal(Map.of(WANG, "王某")).await().indefinitely();
      Map<Person, String> ofMarket = market.seal(Map.of(WANG, "赵某")).await().indefinitely();
      assertThat(database.ask("SELECT string_agg(person, ' ' ORDER BY person) FROM person_key"))
          .isEqualTo("130534.scjg~inspector/JT001 inspector/JT001");
      assertThat(market.open(ofSeed).await().indefinitely())
          .as("whose key it is not, who reads another's text reads nothing")
          .containsEntry(WANG, PersonKeys.UNREADABLE);

      seed.erase(WANG, true, "本人申请", "甲", by("乙")).await().indefinitely();

      assertThat(seed.open(ofSeed).await().indefinitely()).containsEntry(WANG, PersonKeys.ERASED);
      assertThat(market.open(ofMarket).await().indefinitely()).containsEntry(WANG, "赵某");
      assertThat(market.seal(Map.of(WANG, "赵某")).await().indefinitely()).isEqualTo(ofMarket);
      market.erase(WANG, true, "本人申请", "甲", by("乙")).await().indefinitely();
      assertThat(market.open(ofMarket).await().indefinitely())
          .containsEntry(WANG, PersonKeys.ERASED);
    }
  }

  @Test
  void a_key_of_before_there_were_namespaces_is_the_seeds_alone() throws Exception {
    try (var database = TestDatabase.fresh()) {
      MasterKey master = MasterKey.create();
      byte[] old = new byte[32];
      database
          .pool
          .preparedQuery("INSERT INTO person_key (person, key, master) VALUES ($1, $2, $3)")
          .execute(
              io.vertx.mutiny.sqlclient.Tuple.of(
                  "JT001", master.wrap("JT001", old), master.fingerprint()))
          .await()
          .indefinitely();
      String before = PersonCipher.seal(old, "王某");
      var market = new PersonKeys(database.pool, master, new Scope("130534.scjg"));

      assertThat(market.open(Map.of(WANG, before)).await().indefinitely())
          .containsEntry(WANG, PersonKeys.UNREADABLE);
      assertThat(market.isSealedBefore(WANG, before).await().indefinitely()).isFalse();
      assertThat(market.erase(WANG, true, "本人申请", "甲", by("乙")).await().indefinitely())
          .isEqualTo(PersonKeys.Erasure.NOBODY);
      assertThat(
              new PersonKeys(database.pool, master, Scope.HOME)
                  .open(Map.of(WANG, before))
                  .await()
                  .indefinitely())
          .containsEntry(WANG, "王某");
    }
  }
}
