package cn.doublerandom.inspection.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.verifier.Code;
import cn.doublerandom.verifier.Verify;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 卷宗: whoever has the bundle can tell that nothing in it was exchanged. */
class CaseBundleTest {
  private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
  private static final CaseBundle.Entry PAPERS =
      new CaseBundle.Entry("visits/S1/papers.pdf", "S1", "检查材料", "papers".getBytes(UTF_8));
  private static final CaseBundle.Entry RECORD =
      new CaseBundle.Entry("visits/S1/record.json", "S1", "所签检查记录", "{}".getBytes(UTF_8));
  private static final CaseBundle.Entry DRAWN =
      new CaseBundle.Entry("draw/draw_record.pdf", null, "抽取记录", "drawn".getBytes(UTF_8));
  private static final CaseBundle BUNDLE =
      CaseBundle.of(
          "130534-2025001-001-1",
          DAY,
          List.of(PAPERS, RECORD, DRAWN),
          List.of(new CaseBundle.Apart("S1", "证据", "ab".repeat(32))));

  @Test
  void the_verifier_accepts_a_bundle_and_says_its_hash() {
    Verify.Verdict verdict = Verify.check(BUNDLE.bytes());
    CaseSeal seal = BUNDLE.seal(DAY.plusYears(30), "国家档案局令第8号");
    assertThat(verdict.isOk()).as(verdict.detail()).isTrue();
    assertThat(verdict.detail())
        .contains("130534-2025001-001-1", "2025-06-30", "3 papers", seal.sha256());
    assertThat(seal.papers()).isEqualTo(3);
    assertThat(seal.sha256()).isEqualTo(Sha256.hex(BUNDLE.bytes()));
  }

  @Test
  void no_single_byte_can_be_another() {
    byte[] good = BUNDLE.bytes();
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 1;
      assertThat(Verify.check(bad).isOk()).as("byte %d", i).isFalse();
    }
  }

  @Test
  void a_paper_that_was_exchanged_is_named() {
    var other =
        CaseBundle.of(
            "130534-2025001-001-1",
            DAY,
            List.of(
                PAPERS,
                new CaseBundle.Entry("visits/S1/record.json", "S1", "所签检查记录", "[]".getBytes(UTF_8)),
                DRAWN),
            List.of());
    byte[] mixed =
        new String(BUNDLE.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1)
            .replace("record.json{}", "record.json[]")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    Verify.Verdict verdict = Verify.check(mixed);
    assertThat(verdict.code()).isEqualTo(Code.CASE_FILE_PAPER);
    assertThat(verdict.detail()).contains("visits/S1/record.json");
    assertThat(Verify.check(other.bytes()).isOk()).isTrue();
  }

  @Test
  void a_bundle_made_anew_is_told_by_the_hash_in_the_ledger(@TempDir Path place) throws Exception {
    Path file = Files.write(place.resolve("case.zip"), BUNDLE.bytes());
    String hash = BUNDLE.seal(null, null).sha256();
    assertThat(told(file, hash)).startsWith("OK").contains("as the ledger says");
    assertThat(told(file, "00".repeat(32))).startsWith("CASE_FILE_SEAL");
  }

  private static String told(Path file, String hash) {
    var text = new ByteArrayOutputStream();
    Verify.run(List.of("case-file", file.toString(), hash), new PrintStream(text, true, UTF_8));
    return text.toString(UTF_8);
  }

  @Test
  void the_same_papers_are_the_same_bytes_wherever_they_are_put_together() {
    assertThat(
            CaseBundle.of(
                    "130534-2025001-001-1",
                    DAY,
                    List.of(PAPERS, RECORD, DRAWN),
                    List.of(new CaseBundle.Apart("S1", "证据", "ab".repeat(32))))
                .bytes())
        .isEqualTo(BUNDLE.bytes());
    assertThatThrownBy(() -> new CaseBundle.Entry("维修记录.pdf", null, "x", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
