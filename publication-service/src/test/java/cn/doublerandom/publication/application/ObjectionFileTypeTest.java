package cn.doublerandom.publication.application;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.servicekit.file.FileType;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What comes with an objection is judged by its bytes. */
class ObjectionFileTypeTest {
  private static byte[] bytes(String head) {
    return head.getBytes(ISO_8859_1);
  }

  @Test
  void a_pdf_a_photo_and_a_picture_are_taken_by_their_first_bytes() {
    assertThat(ObjectionFileType.of(bytes("%PDF-1.7"))).contains(FileType.PDF);
    assertThat(ObjectionFileType.of(bytes("\u00ff\u00d8\u00ff\u00e0"))).contains(FileType.JPEG);
    assertThat(ObjectionFileType.of(bytes("\u0089PNG\r\n\u001a\n…"))).contains(FileType.PNG);
  }

  @Test
  void a_program_a_page_an_empty_file_and_one_that_is_too_large_are_not() {
    for (String head : new String[] {"", "MZ", "<svg>", "PK\u0003\u0004", "\u0089PNG", "OggS"}) {
      assertThat(ObjectionFileType.of(bytes(head))).isEmpty();
    }
    byte[] large = Arrays.copyOf(bytes("%PDF-1.7"), ObjectionFileType.MOST_BYTES + 1);
    assertThat(ObjectionFileType.of(large)).isEmpty();
    assertThat(ObjectionFileType.of(Arrays.copyOf(large, ObjectionFileType.MOST_BYTES)))
        .isPresent();
  }

  @Test
  void a_code_is_the_same_however_it_is_typed_and_opens_one_result() {
    String code = new ObjectionCodes().next();
    assertThat(code).matches("[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}");
    assertThat(ObjectionCodes.hash("R", code))
        .isEqualTo(ObjectionCodes.hash("R", " " + code.replace("-", " ").toLowerCase(Locale.ROOT)))
        .isNotEqualTo(ObjectionCodes.hash("R2", code))
        .matches("[0-9a-f]{64}");
  }
}
