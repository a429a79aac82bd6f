package cn.doublerandom.local;

import static cn.doublerandom.local.KeptPhoto.HASH;
import static cn.doublerandom.local.KeptPhoto.PHOTO;
import static cn.doublerandom.local.KeptPhoto.change;
import static cn.doublerandom.local.KeptPhoto.event;
import static cn.doublerandom.local.KeptPhoto.keep;
import static cn.doublerandom.local.KeptPhoto.photo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.evidencekit.BucketSettings;
import cn.doublerandom.evidencekit.EvidenceNames;
import cn.doublerandom.evidencekit.LocalBucket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence in a bucket is read by an audit as that of a directory is. */
class EvidenceInBucketTest {
  @TempDir Path data;

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
    keep(data, server.objects(), "V1", PHOTO);
    keep(data, server.objects(), "case-file D1", PHOTO);
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
    keep(data, server.objects(), "V1", PHOTO);
    keep(data, server.objects(), "V2", "a photo of another yard".getBytes(UTF_8));
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
    keep(data, server.objects(), "V1", PHOTO);
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
    keep(data, server.objects(), "V1", PHOTO);
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
          .contains("不知道证据在哪里", name.substring(name.lastIndexOf('_') + 1).toLowerCase(Locale.ROOT));
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
