package cn.doublerandom.inspection.external;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.evidencekit.EvidenceNames;
import cn.doublerandom.evidencekit.LocalBucket;
import cn.doublerandom.inspection.evidence.EvidenceStore;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.ProblemMappers;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bucket keeps what is promised of any place of evidence, and says so where it is away. */
class EvidenceBucketTest extends EvidenceStoreContract {
  private final Vitals vitals = new Vitals();
  private LocalBucket server;

  @BeforeEach
  void start() throws Exception {
    server = new LocalBucket(home);
  }

  @AfterEach
  void stop() throws Exception {
    server.end();
  }

  @Override
  EvidenceBucket store(String key) {
    return store(key, LocalBucket.SECRET);
  }

  private EvidenceBucket store(String key, String secret) {
    return new EvidenceBucket(server.settings(secret), home.resolve(key), vitals);
  }

  @Override
  Path disk() {
    return server.objects();
  }

  private static void isAway(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.rejection()).isEqualTo(EdgeRejection.EVIDENCE_AWAY);
              assertThat(ProblemMappers.status(refused.rejection())).isEqualTo(503);
            });
  }

  @Test
  void while_the_bucket_is_away_nothing_is_half_done_and_nothing_is_lost() throws Exception {
    EvidenceBucket store = store("key");
    store.put("d-1-S", HASH, PHOTO);
    store.append(UPLOAD, 0, "a photo ".getBytes(UTF_8));
    server.stop();

    isAway(() -> store.put("d-1-T", HASH, PHOTO));
    isAway(() -> store.get("d-1-S", HASH));
    isAway(() -> store.holds("d-1-S", HASH));
    isAway(() -> store.received(UPLOAD));
    isAway(() -> store.append(UPLOAD, 8, "of a shop".getBytes(UTF_8)));
    isAway(() -> store.assembled(UPLOAD));
    // What need not be done now is left: the request it belongs to was answered already.
    store.drop("d-1-S", HASH);
    store.forget(UPLOAD);
    assertThat(vitals.troubles()).containsOnlyKeys(EvidenceBucket.PART);

    server.startAgain();
    store.look();
    assertThat(vitals.troubles()).isEmpty();
    assertThat(store.get("d-1-S", HASH)).contains(PHOTO);
    assertThat(store.get("d-1-T", HASH)).isEmpty();
    assertThat(store.received(UPLOAD)).isEqualTo(8);
    assertThat(files()).hasSize(2);
  }

  @Test
  void a_wrong_secret_and_a_missing_bucket_are_told_to_operations_and_no_secret_is()
      throws IOException {
    EvidenceBucket stranger = store("key", "wrong-" + LocalBucket.SECRET);

    isAway(() -> stranger.put("d-1-S", HASH, PHOTO));
    assertThat(vitals.troubles().get(EvidenceBucket.PART))
        .contains("bucket evidence at http://127.0.0.1:", "HTTP 403")
        .doesNotContain(LocalBucket.SECRET);
    assertThat(server.settings(LocalBucket.SECRET).toString()).doesNotContain(LocalBucket.SECRET);
    assertThat(files()).isEmpty();

    Files.delete(server.objects());
    isAway(() -> store("key").put("d-1-S", HASH, PHOTO));
    isAway(() -> store("key").holds("d-1-S", HASH));
    isAway(() -> store("key").get("d-1-S", HASH));
  }

  @Test
  void a_look_says_that_the_bucket_is_away_before_anybody_needs_it() throws Exception {
    server.stop();

    store("key").look();

    assertThat(vitals.troubles()).containsOnlyKeys(EvidenceBucket.PART);
    assertThat(vitals.troubles().get(EvidenceBucket.PART)).contains("no answer, ConnectException");
  }

  @Test
  void what_was_copied_from_a_directory_is_read_from_the_bucket() throws IOException {
    EvidenceStore directory =
        new EvidenceDirectory(
            Optional.of(home.resolve("evidence")), Optional.of(home.resolve("key")));
    directory.put("d-1-S", HASH, PHOTO);
    Path kept = home.resolve("evidence").resolve(EvidenceNames.kept("d-1-S", HASH));
    Path there = server.objects().resolve(EvidenceNames.kept("d-1-S", HASH));
    Files.createDirectories(there.getParent());
    Files.copy(kept, there);

    assertThat(store("key").get("d-1-S", HASH)).contains(PHOTO);
  }

  @Test
  void a_setting_that_is_missing_or_wrong_is_named_at_the_start() {
    Map<String, String> set =
        Map.of(
            "suite.evidence.store", "s3",
            "suite.evidence.key", home.resolve("key").toString(),
            "suite.evidence.s3.endpoint", "https://s3.example.invalid",
            "suite.evidence.s3.region", "cn-north-1",
            "suite.evidence.s3.bucket", "evidence",
            "suite.evidence.s3.key-id", "inspection",
            "suite.evidence.s3.secret", LocalBucket.SECRET,
            "suite.evidence.s3.patience", "15s");

    assertThat(place(set)).isInstanceOf(EvidenceBucket.class);
    set.keySet().stream()
        .filter(name -> !name.endsWith("store") && !name.endsWith("patience"))
        .forEach(name ->
            assertThatThrownBy(() -> place(without(set, name)))
                .hasMessageContaining(name)
                .message()
                .doesNotContain(LocalBucket.SECRET));
    assertThat(place(without(set, "suite.evidence.store"))).isInstanceOf(EvidenceDirectory.class);
    assertThatThrownBy(() -> place(with(set, "suite.evidence.store", "ftp")))
        .hasMessageContaining("must be directory or s3");
    for (String wrong : new String[] {"s3.example", "ftp://h", "http://a:b@h", "http://h/path"}) {
      assertThatThrownBy(() -> place(with(set, "suite.evidence.s3.endpoint", wrong)))
          .hasMessageContaining("suite.evidence.s3.endpoint");
    }
  }

  private EvidenceStore place(Map<String, String> set) {
    return EvidencePlace.of(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(set, "test", 1))
            .withConverters(new Converter<?>[] {new DurationConverter()})
            .build(),
        vitals);
  }

  private static Map<String, String> without(Map<String, String> set, String name) {
    Map<String, String> less = new HashMap<>(set);
    less.remove(name);
    return less;
  }

  private static Map<String, String> with(Map<String, String> set, String name, String value) {
    Map<String, String> other = new HashMap<>(set);
    other.put(name, value);
    return other;
  }
}
