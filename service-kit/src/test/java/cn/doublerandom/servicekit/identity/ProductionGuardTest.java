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
    return settings;
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
    settings.put("suite.clock-offset", "PT-1H");
    assertThat(refusal(settings)).hasValueSatisfying(w -> assertThat(w).contains("clock"));
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
}
