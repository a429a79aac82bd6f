package cn.doublerandom.servicekit.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.ProblemMappers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends half-way is no evidence; what a phone or a scanner made is whole. */
class FileEndsTest {
  private static final String PDF =
      "%PDF-1.7\n1 0 obj<<>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n28\n%%EOF";
  private static final String SIZED = "1a45dfa380" + "1853806788" + "1f43b67583" + "a38107";
  private static final String LIVE =
      "1a45dfa380" + "1853806701ffffffffffffff" + "1f43b67501ffffffffffffff" + "a3840700a1a2";

  private static byte[] bytes(String latin) {
    return latin.getBytes(ISO_8859_1);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] drawn(String format) throws IOException {
    var picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 30; i++) {
      picture.setRGB(i, i, i * 0x081_83f);
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(picture, format, out);
    return out.toByteArray();
  }

  private static byte[] box(String name, String content) {
    return joined(
        ByteBuffer.allocate(4).putInt(8 + content.length()).array(), bytes(name + content));
  }

  /** Of at least 2^32 - 1 bytes, says its head; here it is short. */
  private static byte[] longBox(String name, String content) {
    return joined(
        ByteBuffer.allocate(4).putInt(1).array(),
        bytes(name),
        ByteBuffer.allocate(8).putLong(16L + content.length()).array(),
        bytes(content));
  }

  private static byte[] riff(String form, int size, String content) {
    byte[] length = ByteBuffer.allocate(4).putInt(Integer.reverseBytes(size)).array();
    return joined(bytes("RIFF"), length, bytes(form + content));
  }

  private static byte[] page(int flags, String content) {
    byte[] head = new byte[28];
    System.arraycopy(bytes("OggS"), 0, head, 0, 4);
    head[5] = (byte) flags;
    head[26] = 1;
    head[27] = (byte) content.length();
    return joined(head, bytes(content));
  }

  private static byte[] whole(FileType type) throws IOException {
    return switch (type) {
      case JPEG -> drawn("jpg");
      case PNG -> drawn("png");
      case WEBP -> riff("WEBP", 12, "VP8 seen");
      case HEIC -> joined(box("ftyp", "heic"), box("meta", "where"), box("mdat", "seen"));
      case MP4 -> joined(box("ftyp", "isom"), longBox("mdat", "seen"), box("moov", "where"));
      case QUICKTIME ->
          joined(box("ftyp", "qt  "), box("wide", ""), box("mdat", "seen"), box("moov", "where"));
      case M4A -> joined(box("ftyp", "M4A "), box("moov", "where"), box("mdat", "heard"));
      case WEBM -> HexFormat.of().parseHex(SIZED);
      case WAV -> riff("WAVE", 13, "fmt heard");
      case OGG -> joined(page(2, "OpusHead"), page(4, "heard"));
      case AMR -> bytes("#!AMR\nheard");
      case MP3 -> joined(bytes("ID3\u0004\0\0\0\0\0\u0003who"), bytes("\u00ff\u00fb\u0090"));
      case PDF -> bytes(PDF);
    };
  }

  @ParameterizedTest
  @EnumSource(FileType.class)
  void what_is_whole_is_taken_and_what_ends_half_way_is_refused(FileType type) throws IOException {
    byte[] file = whole(type);
    assertThat(FileType.of(file)).contains(type);
    assertThat(type.isWhole(file)).isTrue();

    int begun = type == FileType.AMR ? 6 : 12;
    assertThat(type.isWhole(Arrays.copyOf(file, begun))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = FileType.class,
      names = {"AMR", "MP3", "WAV"},
      mode = EnumSource.Mode.EXCLUDE)
  void wherever_it_was_cut_off_it_is_not_whole(FileType type) throws IOException {
    byte[] file = whole(type);
    for (int n = 12; n < file.length; n++) {
      byte[] cut = Arrays.copyOf(file, n);
      // What ends with a page of sound is as long as it was recorded.
      if (type != FileType.OGG || n != page(2, "OpusHead").length) {
        assertThat(type.isWhole(cut)).as("%s of %d bytes", type, n).isFalse();
      }
    }
  }

  static Stream<Arguments> asPhonesMakeThem() throws IOException {
    Map<String, byte[]> made = new LinkedHashMap<>();
    byte[] jpeg = whole(FileType.JPEG);
    byte[] film = whole(FileType.MP4);
    made.put("a moving photo: a film behind a JPEG", joined(jpeg, film));
    made.put("a second picture behind a JPEG (MPF)", joined(jpeg, jpeg, new byte[9]));
    byte[] preview = joined(bytes("\u00ff\u00e1"), new byte[] {3, 0}, Arrays.copyOf(jpeg, 766));
    made.put("a preview in a JPEG", joined(Arrays.copyOf(jpeg, 2), preview, after(jpeg, 2)));
    made.put("words of the maker behind a JPEG", joined(jpeg, bytes("SEFHe\0\0\0SEFT")));
    made.put("words of the maker behind a film", joined(film, bytes("Moti" + "onPhoto_Data")));
    made.put("less than a box behind a film", joined(film, new byte[5]));
    made.put(
        "a film whose samples last to the end",
        joined(box("ftyp", "mp42"), box("moov", "where"), new byte[4], bytes("mdatseen")));
    made.put(
        "a film in parts",
        joined(
            box("ftyp", "iso5"), box("moov", "none yet"), box("moof", "1"), box("mdat", "seen")));
    made.put("a burst", joined(box("ftyp", "msf1"), box("moov", "where"), box("mdat", "seen")));
    made.put("a film of a browser", HexFormat.of().parseHex(LIVE));
    made.put("sound whose head is counted in", riff("WAVE", 21, "fmt heard"));
    made.put("sound of a length nobody knew", riff("WAVE", -1, "fmt heard"));
    made.put("sound whose recorder never came back", riff("WAVE", 0, "fmt heard"));
    made.put("a PDF a scanner filled up", joined(bytes(PDF + "\r\n"), new byte[4_096]));
    made.put("a PDF with words behind its end", bytes(PDF + "\n" + "%".repeat(1_000)));
    made.put("a PDF that was signed later", bytes(PDF + "\n2 0 obj<<>>endobj\n" + PDF));
    made.put("a picture with words behind its end", joined(whole(FileType.PNG), bytes("maker")));
    return made.entrySet().stream().map(one -> Arguments.of(one.getKey(), one.getValue()));
  }

  private static byte[] after(byte[] file, int from) {
    return Arrays.copyOfRange(file, from, file.length);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("asPhonesMakeThem")
  void nothing_a_phone_or_a_scanner_makes_is_refused(String what, byte[] file) {
    assertThat(FileType.of(file).orElseThrow().isWhole(file)).as(what).isTrue();
  }

  @Test
  void the_end_of_the_preview_is_not_that_of_the_photo() throws IOException {
    byte[] jpeg = whole(FileType.JPEG);
    byte[] inside = joined(new byte[] {0, 6}, bytes("\u00ff\u00da\u00ff\u00d9"));
    byte[] photo = joined(Arrays.copyOf(jpeg, 2), bytes("\u00ff\u00e1"), inside, after(jpeg, 2));

    assertThat(FileType.JPEG.isWhole(photo)).isTrue();
    assertThat(FileType.JPEG.isWhole(Arrays.copyOf(photo, photo.length - 2))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a3840700a1", "a3", "a340", "1f43b675", "1f43b67585a1"})
  void a_film_of_a_browser_is_not_whole_where_its_last_block_is_not(String end) {
    String begin = LIVE.substring(0, LIVE.indexOf("a384"));
    assertThat(FileType.WEBM.isWhole(HexFormat.of().parseHex(begin + end))).isFalse();
  }

  @Test
  void a_photo_and_a_film_of_nothing_are_not_whole() {
    assertThat(FileType.JPEG.isWhole(bytes("\u00ff\u00d8\u00ff\u00d9"))).isFalse();
    assertThat(FileType.MP4.isWhole(joined(box("ftyp", "isom"), box("mdat", "seen")))).isFalse();
    assertThat(FileType.MP4.isWhole(joined(box("ftyp", "isom"), box("moov", "where")))).isFalse();
    assertThat(FileType.WEBM.isWhole(new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3})).isFalse();
    assertThat(FileType.PDF.isWhole(bytes("%PDF-1.7\n1 0 obj\n%%EOF"))).isFalse();
    assertThat(FileType.PDF.isWhole(bytes("%PDF-1.7\n%%EO"))).isFalse();
  }

  @Test
  void the_refusal_names_the_field() {
    byte[] half = bytes("%PDF-1.4\nscan");
    assertThat(half).hasSize(13);
    assertThatThrownBy(() -> FileType.PDF.requireWhole(half))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.rejection()).isEqualTo(FileRejection.FILE_NOT_WHOLE);
              assertThat(ProblemMappers.status(refused.rejection())).isEqualTo(422);
              assertThat(refused.errors().getFirst().field()).isEqualTo("file");
            });
  }
}
