package cn.doublerandom.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.StoredEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ledger names by its hash and keeps beside it is read by an audit. */
class EvidenceCheckTest {
  private static final byte[] KEY = new byte[32];
  private static final byte[] NONCE = "twelve bytes".getBytes(UTF_8);
  private static final byte[] PHOTO = "a photo of the yard".getBytes(UTF_8);
  private static final String HASH = Sha256.hex(PHOTO);

  @TempDir Path data;

  @BeforeEach
  void aKey() throws IOException {
    Files.createDirectories(data.resolve("identity"));
    Files.writeString(
        data.resolve("identity/evidence.key"), Base64.getEncoder().encodeToString(KEY) + "\n");
  }

  private Path kept(String of) {
    return data.resolve("evidence/kept").resolve(Sha256.hex(of.getBytes(UTF_8))).resolve(HASH);
  }

  private void keep(String of, byte[] content) throws IOException, GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new GCMParameterSpec(128, NONCE));
    cipher.updateAAD((of + "\0" + HASH).getBytes(UTF_8));
    byte[] sealed = cipher.doFinal(content);
    Files.createDirectories(kept(of).getParent());
    Files.write(
        kept(of), ByteBuffer.allocate(NONCE.length + sealed.length).put(NONCE).put(sealed).array());
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

  private EvidenceCheck check() {
    return new EvidenceCheck(data, null);
  }

  @Test
  void photos_sheets_and_bundles_of_every_bureau_are_opened_and_counted() throws Exception {
    keep("V1", PHOTO);
    keep("V2", PHOTO);
    keep("case-file D1", PHOTO);
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
    keep("V1", PHOTO);
    assertThatThrownBy(() -> check().entry(7, photo("visit-V2")))
        .isInstanceOf(Audit.Failed.class)
        .hasMessageContaining("AUDIT FAILED inspection seq=7 V2")
        .hasMessageContaining(HASH)
        .hasMessageContaining("is not in the directory");
  }

  @Test
  void a_piece_with_another_content_than_its_hash_is_named() throws Exception {
    keep("V1", "a photo of another yard".getBytes(UTF_8));
    assertThatThrownBy(() -> check().entry(8, photo("visit-V1")))
        .hasMessageContaining("has another content than its hash");
  }

  @Test
  void a_piece_that_was_changed_or_is_of_another_visit_does_not_open() throws Exception {
    keep("V1", PHOTO);
    Files.createDirectories(kept("V2").getParent());
    Files.copy(kept("V1"), kept("V2"));
    byte[] sealed = Files.readAllBytes(kept("V1"));
    sealed[sealed.length - 1] ^= 1;
    Files.write(kept("V1"), sealed);

    for (String stream : new String[] {"visit-V1", "visit-V2"}) {
      assertThatThrownBy(() -> check().entry(9, photo(stream)))
          .hasMessageContaining("does not open");
    }
  }

  @Test
  void without_its_directory_it_is_said_that_nothing_was_checked() throws Exception {
    EvidenceCheck check = check();
    check.entry(1, photo("visit-V1"));

    assertThat(check.isMissing()).isTrue();
    assertThat(check.said())
        .contains("evidence=0", "1 份证据没有核对", "put it back", data.resolve("evidence").toString());
  }

  @Test
  void what_lies_in_a_bucket_is_counted_and_said_not_to_be_read() throws Exception {
    EvidenceCheck check = new EvidenceCheck(data, EvidenceCheck.BUCKET);
    check.entry(1, photo("visit-V1"));

    assertThat(check.isMissing()).isFalse();
    assertThat(check.said()).contains("1 份证据在桶中", "were not read");
  }
}
