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

import cn.doublerandom.evidencekit.EvidenceNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ledger names by its hash and keeps beside it is read by an audit. */
class EvidenceCheckTest {
  @TempDir Path data;

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
    keep(data, place(), "V1", PHOTO);
    keep(data, place(), "V2", PHOTO);
    keep(data, place(), "case-file D1", PHOTO);
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
    keep(data, place(), "V1", PHOTO);
    assertThatThrownBy(() -> check().entry(7, photo("visit-V2")))
        .isInstanceOf(Audit.Failed.class)
        .hasMessageContaining("AUDIT FAILED inspection seq=7 V2")
        .hasMessageContaining(HASH)
        .hasMessageContaining("is not in the directory");
  }

  @Test
  void a_piece_with_another_content_than_its_hash_is_named() throws Exception {
    keep(data, place(), "V1", "a photo of another yard".getBytes(UTF_8));
    assertThatThrownBy(() -> check().entry(8, photo("visit-V1")))
        .hasMessageContaining("has another content than its hash");
  }

  @Test
  void a_piece_that_was_changed_or_cut_or_is_of_another_visit_does_not_open() throws Exception {
    keep(data, place(), "V1", PHOTO);
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
    keep(data, place(), "V1", PHOTO);
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
