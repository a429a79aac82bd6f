package cn.doublerandom.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.evidencekit.BucketSettings;
import cn.doublerandom.evidencekit.EvidenceNames;
import cn.doublerandom.evidencekit.EvidenceSeal;
import cn.doublerandom.evidencekit.LocalBucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ledger names by its hash and keeps beside it is read by an audit, wherever it lies. */
class EvidenceCheckTest {
  private static final byte[] PHOTO = "a photo of the yard".getBytes(UTF_8);
  private static final String HASH = Sha256.hex(PHOTO);

  @TempDir Path data;

  private void keep(Path place, String of, byte[] content) throws IOException {
    Path kept = place.resolve(EvidenceNames.kept(of, HASH));
    Files.createDirectories(kept.getParent());
    Files.write(
        kept,
        EvidenceSeal.keptIn(data.resolve("identity/evidence.key"))
            .sealed(EvidenceNames.about(of, HASH), content));
  }

  private static void change(Path kept) throws IOException {
    byte[] sealed = Files.readAllBytes(kept);
    sealed[sealed.length - 1] ^= 1;
    Files.write(kept, sealed);
  }

  private static StoredEvent event(String stream, String type, String member, String hash) {
    return new StoredEvent(
        stream,
        1,
        UUID.fromString("00000000-0000-4000-8000-000000000001"),
        type,
        "{\"%s\":{\"%s\":\"%s\"}}".formatted(member, hash, HASH),
        "{}",
        "");
  }

  private static StoredEvent photo(String stream) {
    return event(stream, "EvidenceAdded", "evidence", "sha256");
  }

  @Nested
  class InADirectory {
    private Path place() {
      return data.resolve("evidence");
    }

    private Path kept(String of) {
      return place().resolve(EvidenceNames.kept(of, HASH));
    }

    private EvidenceCheck check() {
      return new EvidenceCheck(data, Map.of());
    }

    @Test
    void photos_sheets_and_bundles_of_every_bureau_are_opened_and_counted() throws Exception {
      keep(place(), "V1", PHOTO);
      keep(place(), "V2", PHOTO);
      keep(place(), "case-file D1", PHOTO);
      EvidenceCheck check = check();

      check.entry(1, photo("visit-V1"));
      check.entry(2, photo("visit~130534.practice~V2"));
      check.entry(3, event("visit-V1", "SubjectSigned", "signature", "sheet"));
      check.entry(4, event("case-file-D1", "CaseFileArchived", "seal", "sha256"));
      check.entry(5, event("case-file-D0", "CaseFileArchived", "by", "on"));
      check.entry(6, event("visit-V9", "InspectionStarted", "evidence", "sha256"));

      assertThat(check.said()).isEqualTo(" evidence=4");
      assertThat(check.isMissing()).isFalse();
    }

    @Test
    void a_piece_that_is_gone_is_named() throws Exception {
      keep(place(), "V1", PHOTO);
      assertThatThrownBy(() -> check().entry(7, photo("visit-V2")))
          .isInstanceOf(Audit.Failed.class)
          .hasMessageContaining("AUDIT FAILED inspection seq=7 V2")
          .hasMessageContaining(HASH)
          .hasMessageContaining("is not in the directory");
    }

    @Test
    void a_piece_with_another_content_than_its_hash_is_named() throws Exception {
      keep(place(), "V1", "a photo of another yard".getBytes(UTF_8));
      assertThatThrownBy(() -> check().entry(8, photo("visit-V1")))
          .hasMessageContaining("has another content than its hash");
    }

    @Test
    void a_piece_that_was_changed_or_cut_or_is_of_another_visit_does_not_open() throws Exception {
      keep(place(), "V1", PHOTO);
      for (String other : new String[] {"V2", "V3"}) {
        Files.createDirectories(kept(other).getParent());
        Files.copy(kept("V1"), kept(other));
      }
      change(kept("V1"));
      Files.write(kept("V3"), new byte[5]);

      for (String stream : new String[] {"visit-V1", "visit-V2", "visit-V3"}) {
        assertThatThrownBy(() -> check().entry(9, photo(stream)))
            .hasMessageContaining("does not open");
      }
    }

    @Test
    void without_the_key_nothing_opens_and_none_is_made() throws Exception {
      keep(place(), "V1", PHOTO);
      Path key = data.resolve("identity/evidence.key");
      for (String other : new String[] {"not base64!\n", "c2hvcnQ=\n"}) {
        Files.writeString(key, other);
        assertThatThrownBy(() -> check().entry(9, photo("visit-V1")))
            .hasMessageContaining("does not open");
      }
      Files.delete(key);
      assertThatThrownBy(() -> check().entry(9, photo("visit-V1")))
          .hasMessageContaining("does not open");
      assertThat(key).doesNotExist();
    }

    @Test
    void without_its_directory_it_is_said_that_nothing_was_checked() throws Exception {
      EvidenceCheck check = check();
      check.entry(1, photo("visit-V1"));

      assertThat(check.isMissing()).isTrue();
      assertThat(check.said())
          .contains("evidence=0", "1 份证据没有核对", "put it back", data.resolve("evidence").toString());
    }
  }

  @Nested
  class InABucket {
    private LocalBucket server;

    @BeforeEach
    void start() throws Exception {
      server = new LocalBucket(data);
    }

    @AfterEach
    void stop() throws Exception {
      server.end();
    }

    private Path kept(String of) {
      return server.objects().resolve(EvidenceNames.kept(of, HASH));
    }

    /** As the environment of the services and of the command says it. */
    private Map<String, String> environment() {
      BucketSettings settings = server.settings(LocalBucket.SECRET);
      return Map.of(
          "SUITE_EVIDENCE_STORE", "s3",
          "SUITE_EVIDENCE_S3_ENDPOINT", settings.endpoint().toString(),
          "SUITE_EVIDENCE_S3_REGION", settings.region(),
          "SUITE_EVIDENCE_S3_BUCKET", settings.bucket(),
          "SUITE_EVIDENCE_S3_KEY_ID", settings.keyId(),
          "SUITE_EVIDENCE_S3_SECRET", settings.secret());
    }

    private EvidenceCheck check(String name, String value) {
      Map<String, String> environment = new HashMap<>(environment());
      environment.put(name, value);
      return new EvidenceCheck(data, environment);
    }

    private EvidenceCheck check() {
      return new EvidenceCheck(data, environment());
    }

    @Test
    void photos_sheets_and_bundles_are_opened_and_counted() throws Exception {
      keep(server.objects(), "V1", PHOTO);
      keep(server.objects(), "case-file D1", PHOTO);
      try (EvidenceCheck check = check()) {
        check.entry(1, photo("visit-V1"));
        check.entry(2, event("visit-V1", "SubjectSigned", "signature", "sheet"));
        check.entry(3, event("case-file-D1", "CaseFileArchived", "seal", "sha256"));

        assertThat(check.said()).isEqualTo(" evidence=3");
        assertThat(check.isMissing()).isFalse();
      }
    }

    @Test
    void a_piece_that_is_gone_was_changed_or_is_another_is_named() throws Exception {
      keep(server.objects(), "V1", PHOTO);
      keep(server.objects(), "V2", "a photo of another yard".getBytes(UTF_8));
      change(kept("V1"));
      try (EvidenceCheck check = check()) {
        assertThatThrownBy(() -> check.entry(7, photo("visit-V0")))
            .isInstanceOf(Audit.Failed.class)
            .hasMessageContaining("AUDIT FAILED inspection seq=7 V0")
            .hasMessageContaining(HASH)
            .hasMessageContaining("is not in the bucket");
        assertThatThrownBy(() -> check.entry(8, photo("visit-V1")))
            .hasMessageContaining("does not open");
        assertThatThrownBy(() -> check.entry(9, photo("visit-V2")))
            .hasMessageContaining("has another content than its hash");
      }
    }

    @Test
    void while_it_is_away_it_is_said_what_was_not_checked() throws Exception {
      keep(server.objects(), "V1", PHOTO);
      try (EvidenceCheck check = check()) {
        check.entry(1, photo("visit-V1"));
        server.stop();
        check.entry(2, photo("visit-V1"));
        check.entry(3, photo("visit-V2"));
        server.startAgain();

        assertThat(check.isMissing()).isTrue();
        assertThat(check.said())
            .contains("evidence=1", "2 份证据没有核对：证据桶没有应答", "no answer, ConnectException");
      }
    }

    @Test
    void a_wrong_secret_and_a_missing_bucket_are_no_missing_evidence() throws Exception {
      keep(server.objects(), "V1", PHOTO);
      for (EvidenceCheck check :
          new EvidenceCheck[] {
            check("SUITE_EVIDENCE_S3_SECRET", "another"), check("SUITE_EVIDENCE_S3_BUCKET", "none")
          }) {
        check.entry(1, photo("visit-V1"));
        assertThat(check.isMissing()).isTrue();
        assertThat(check.said())
            .contains("evidence=0", "HTTP 40")
            .doesNotContain(LocalBucket.SECRET, "another)");
        check.close();
      }
    }

    @Test
    void what_is_not_set_or_wrong_is_named() throws Exception {
      for (String name : environment().keySet()) {
        EvidenceCheck check = check(name, name.endsWith("STORE") ? "ftp" : " ");
        check.entry(1, photo("visit-V1"));
        assertThat(check.isMissing()).isTrue();
        assertThat(check.said())
            .contains(
                "不知道证据在哪里", name.substring(name.lastIndexOf('_') + 1).toLowerCase(Locale.ROOT));
      }
      for (String wrong : new String[] {"s3.example", "not an address"}) {
        EvidenceCheck check = check("SUITE_EVIDENCE_S3_ENDPOINT", wrong);
        check.entry(1, photo("visit-V1"));
        assertThat(check.said()).contains("suite.evidence.s3.endpoint must be");
      }
      EvidenceCheck check = check("SUITE_EVIDENCE_S3_PATIENCE", "soon");
      check.entry(1, photo("visit-V1"));
      assertThat(check.said()).contains("suite.evidence.s3.patience");
    }
  }
}
