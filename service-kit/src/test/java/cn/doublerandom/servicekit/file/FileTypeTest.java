package cn.doublerandom.servicekit.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is its bytes say: a program called .jpg is no photo. */
class FileTypeTest {
  private static byte[] bytes(String head) {
    return (head + "\0".repeat(32)).getBytes(ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    "'\u00ff\u00d8\u00ff\u00e0', image/jpeg",
    "'RIFF0000WEBPVP8 ', image/webp",
    "'\0\0\0\u0018ftypheic', image/heic",
    "'\0\0\0\u0018ftypisom', video/mp4",
    "'\0\0\0\u0018ftyp3gp5', video/mp4",
    "'\0\0\0\u0014ftypqt  ', video/quicktime",
    "'\0\0\0\u0018ftypM4A ', audio/mp4",
    "'\u001aE\u00df\u00a3', video/webm",
    "'RIFF0000WAVEfmt ', audio/wav",
    "'OggS', audio/ogg",
    "'ID3', audio/mpeg",
    "'\u00ff\u00fb\u0090', audio/mpeg",
    "'#!AMR', audio/amr",
    "'%PDF-1.7', application/pdf",
  })
  void photos_films_sound_and_documents_are_known_by_their_first_bytes(
      String head, String mediaType) {
    assertThat(FileType.of(bytes(head)).orElseThrow().mediaType()).isEqualTo(mediaType);
  }

  @Test
  void a_png_begins_with_what_no_text_begins_with() {
    assertThat(FileType.of(bytes("\u0089PNG\r\n\u001a\n"))).contains(FileType.PNG);
    assertThat(FileType.of(bytes("\u0089PNG\n\n\u001a\n"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MZ\u0090",
        "\u007fELF",
        "#!/bin/sh",
        "PK\u0003\u0004",
        "<html>",
        "<svg xmlns",
        "GIF89a",
        "\0\0\0\u0018ftypavif",
        "RIFF0000AVI ",
        " %PDF-1.7",
        "\u00ff\u00d8",
        "",
      })
  void programs_archives_pages_and_whatever_else_are_no_evidence(String head) {
    assertThat(FileType.of(bytes(head))).isEmpty();
    assertThat(FileType.of(head.getBytes(ISO_8859_1))).isEmpty();
  }
}
