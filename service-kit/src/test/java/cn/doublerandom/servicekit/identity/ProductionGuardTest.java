package cn.doublerandom.servicekit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionGuardTest {
  /** The type byte and the 32 bytes of the key of RFC 8032 §7.1, test 1. */
  private static final String KEY = "AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";

  @TempDir Path directory;

  private static Optional<String> refusal(Map<String, String> settings) {
    return ProductionGuard.refusal(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 1))
            .build());
  }

  private Map<String, String> settings(String keys) throws IOException {
    Path file = Files.writeString(directory.resolve("jwks.json"), keys);
    var settings = new HashMap<String, String>();
    settings.put("mp.jwt.verify.issuer", "https://id.county.example");
    settings.put("mp.jwt.verify.publickey.location", file.toUri().toString());
    settings.put("suite.checkpoint-key", file.toString());
    settings.put("suite.person-master-key", file.toString());
    settings.put("mp.jwt.verify.audiences", "double-random");
    settings.put("suite.service", "draw");
    settings.put("suite.log-origin", "jtj.county.example/draw");
    settings.put("suite.log-keys", logKeys("draw", "registry").toString());
    settings.put("mp.messaging.incoming.registry-events.topic", "registry.events.v1");
    settings.put("kafka.bootstrap.servers", "kafka.county.example:9093");
    settings.put("quarkus.datasource.username", "draw_app");
    settings.put("quarkus.flyway.username", "draw_owner");
    return settings;
  }

  /** Public keys as an office keeps them: a comment, then a line for each ledger. */
  private Path logKeys(String... services) throws IOException {
    var lines = new StringBuilder("# the county's ledgers\n");
    for (String service : services) {
      lines.append("jtj.county.example/").append(service).append("+00000000+").append(KEY);
      lines.append('\n');
    }
    return Files.writeString(directory.resolve("log-keys-" + services.length), lines);
  }

  @Test
  void an_office_with_keys_of_its_own_may_start() throws IOException {
    assertThat(refusal(settings("{\"keys\":[{\"kid\":\"2026-1\"}]}"))).isEmpty();
  }

  @Test
  void demo_keys_are_refused() throws IOException {
    assertThat(refusal(settings("{\"keys\":[{\"kid\":\"demo-17\"}]}")))
        .hasValueSatisfying(why -> assertThat(why).contains("demo key"));
  }

  @Test
  void the_demo_issuer_is_refused_and_so_is_none_at_all() throws IOException {
    var settings = settings("{}");
    settings.put("mp.jwt.verify.issuer", ProductionGuard.DEMO_ISSUER);
    assertThat(refusal(settings)).isPresent();
    settings.remove("mp.jwt.verify.issuer");
    assertThat(refusal(settings)).isPresent();
  }

  @Test
  void a_clock_that_was_set_is_refused() throws IOException {
    var settings = settings("{}");
    settings.put("suite.clock-file", "data/clock");
    assertThat(refusal(settings)).hasValueSatisfying(w -> assertThat(w).contains("clock"));
  }

  @Test
  void messages_to_the_machine_itself_are_refused() throws IOException {
    var settings = settings("{}");
    settings.put("suite.webhooks.loopback", "true");
    assertThat(refusal(settings)).hasValueSatisfying(w -> assertThat(w).contains("itself"));
  }

  @Test
  void a_signing_or_master_key_that_is_not_there_is_refused_and_never_made() throws IOException {
    for (String key : List.of("suite.checkpoint-key", "suite.person-master-key")) {
      var settings = settings("{}");
      settings.put(key, directory.resolve("absent").toString());
      assertThat(refusal(settings)).hasValueSatisfying(why -> assertThat(why).contains(key));
      assertThat(directory.resolve("absent")).doesNotExist();
    }
  }

  @Test
  void an_office_that_does_not_know_its_senders_keys_is_refused() throws IOException {
    var settings = settings("{}");
    settings.remove("suite.log-keys");
    assertThat(refusal(settings)).hasValueSatisfying(w -> assertThat(w).contains("suite.log-keys"));
    settings.put("suite.log-keys", directory.resolve("absent").toString());
    assertThat(refusal(settings)).hasValueSatisfying(w -> assertThat(w).contains("suite.log-keys"));
    settings.put(
        "suite.log-keys", Files.writeString(directory.resolve("cut"), "no key").toString());
    assertThat(refusal(settings)).hasValueSatisfying(w -> assertThat(w).contains("suite.log-keys"));
  }

  @Test
  void the_key_of_every_ledger_that_is_read_is_asked_for() throws IOException {
    var settings = settings("{}");
    settings.put("suite.log-keys", logKeys("draw").toString());
    assertThat(refusal(settings)).hasValueSatisfying(w -> assertThat(w).contains("registry"));
    settings = settings("{}");
    settings.put(
        "mp.messaging.incoming.anchors.topics", "registry.anchors.v1,publication.anchors.v1");
    assertThat(refusal(settings)).hasValueSatisfying(w -> assertThat(w).contains("publication"));
  }

  @Test
  void authorities_outside_keep_no_ledger_whose_key_could_be_asked_for() throws IOException {
    var settings = settings("{}");
    settings.put("mp.messaging.incoming.receipts.topic", "receivers.receipts.v1");
    assertThat(refusal(settings)).isEmpty();
  }

  @Test
  void a_ledger_with_the_name_of_nobody_is_refused() throws IOException {
    var settings = settings("{}");
    settings.put("suite.log-origin", "double-random.invalid/draw");
    assertThat(refusal(settings))
        .hasValueSatisfying(w -> assertThat(w).contains("suite.log-origin"));
    settings.remove("suite.log-origin");
    assertThat(refusal(settings)).isPresent();
  }

  @Test
  void tokens_for_other_programs_are_refused() throws IOException {
    var settings = settings("{}");
    settings.remove("mp.jwt.verify.audiences");
    assertThat(refusal(settings)).hasValueSatisfying(w -> assertThat(w).contains("audiences"));
  }

  @Test
  void the_invented_credit_code_of_the_demonstration_publishes_nothing() throws IOException {
    var settings = settings("{}");
    settings.put("suite.adopted-credit-code", "11130534MB00000001");
    assertThat(refusal(settings))
        .hasValueSatisfying(w -> assertThat(w).contains("suite.adopted-credit-code"));
  }

  @Test
  void what_the_register_of_bureaus_says_is_no_setting_any_more() throws IOException {
    for (String name : List.of("suite.issuer-code", "suite.region")) {
      var settings = settings("{}");
      settings.put(name, "130534");
      assertThat(refusal(settings)).hasValueSatisfying(w -> assertThat(w).contains(name));
    }
  }

  @Test
  void a_service_that_owns_its_log_could_change_it_and_is_refused() throws IOException {
    var settings = settings("{}");
    settings.put("quarkus.datasource.username", "draw_owner");
    assertThat(refusal(settings)).hasValueSatisfying(w -> assertThat(w).contains("owner"));
    settings.remove("quarkus.flyway.username");
    assertThat(refusal(settings)).hasValueSatisfying(w -> assertThat(w).contains("owner"));
    settings.put("quarkus.flyway.migrate-at-start", "false");
    assertThat(refusal(settings)).as("migrated by somebody else").isEmpty();
  }

  @Test
  void a_broker_nobody_named_is_refused() throws IOException {
    var settings = settings("{}");
    settings.remove("kafka.bootstrap.servers");
    assertThat(refusal(settings)).hasValueSatisfying(w -> assertThat(w).contains("kafka"));
  }
}
