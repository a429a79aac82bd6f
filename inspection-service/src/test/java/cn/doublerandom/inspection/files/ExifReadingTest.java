package cn.doublerandom.inspection.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.inspection.evidence.PhotoFacts;
import cn.doublerandom.inspection.evidence.PhotoFacts.PhotoPlace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a photo says of itself is read where it is said well, and a photo that says nonsense says
 * nothing. The samples were written by Pillow 12.3.
 */
class ExifReadingTest {
  private static final LocalDateTime TAKEN = LocalDateTime.of(2023, 6, 16, 10, 15, 30);
  private static final PhotoFacts ALL =
      new PhotoFacts(
          TAKEN, ZoneOffset.ofHours(8), "Example Phone 7", new PhotoPlace(37_053_428, 115_658_333));
  private static final String JPEG = "image/jpeg";

  private final ExifReading reading = new ExifReading();

  private static byte[] sample(String name) throws IOException {
    return Files.readAllBytes(Path.of("src/test/resources/photos", name));
  }

  @ParameterizedTest
  @CsvSource({"all.jpg, image/jpeg", "all.png, image/png", "all.webp, image/webp"})
  void a_photo_says_when_by_what_and_where_it_was_taken_and_nothing_else(String name, String type)
      throws IOException {
    byte[] photo = sample(name);
    byte[] before = photo.clone();

    assertThat(reading.of(photo, type)).contains(ALL);
    assertThat(reading.of(photo, type).toString()).doesNotContain("SERIAL", "张某", "maker");
    assertThat(photo).isEqualTo(before);
  }

  @Test
  void an_image_of_a_phone_in_heic_says_it_too() throws Exception {
    byte[] tiff = ExifBlock.of(sample("all.jpg"), JPEG).orElseThrow();
    var heic = new ByteArrayOutputStream();
    heic.writeBytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(ISO_8859_1));
    heic.writeBytes("\0\0\1\0meta iinf Exif infe Exif\0".getBytes(ISO_8859_1));
    heic.writeBytes("\0\0\0\6Exif\0\0".getBytes(ISO_8859_1));
    heic.writeBytes(tiff);

    assertThat(reading.of(heic.toByteArray(), "image/heic")).contains(ALL);
  }

  @Test
  void a_photo_that_writes_no_zone_and_no_place_says_the_rest() throws IOException {
    assertThat(reading.of(sample("no-zone.jpg"), JPEG))
        .contains(new PhotoFacts(TAKEN, null, "Example Phone 7", null));
  }

  @Test
  void a_photo_without_exif_and_what_is_no_photo_say_nothing() throws IOException {
    assertThat(reading.of(sample("none.jpg"), JPEG)).isEmpty();
    assertThat(reading.of("%PDF-1.7".getBytes(ISO_8859_1), "application/pdf")).isEmpty();
    assertThat(reading.of(new byte[0], JPEG)).isEmpty();
    assertThat(reading.of(sample("all.jpg"), "image/heic")).contains(ALL);
  }

  @ParameterizedTest
  @CsvSource({
    "0000:00:00 00:00:00, ''",
    "2023:02:30 10:15:30, ''",
    "2023-06-16 10:15:30, ''",
    "2023:06:16 25:15:30, ''",
    "2023:06:16 00:00:00, 2023-06-16T00:00"
  })
  void a_time_that_is_none_is_left_out(String said, String read) throws IOException {
    byte[] photo = replaced(sample("no-zone.jpg"), "2023:06:16 10:15:30", said);

    Optional<PhotoFacts> facts = reading.of(photo, JPEG);

    assertThat(facts.orElseThrow().camera()).isEqualTo("Example Phone 7");
    assertThat(String.valueOf(facts.orElseThrow().takenAt()))
        .isEqualTo(read.isEmpty() ? "null" : read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+15:00", "+08:60", "08:000", "Z     "})
  void a_zone_that_is_none_is_left_out(String said) throws IOException {
    byte[] photo = replaced(sample("all.jpg"), "+08:00", said);

    assertThat(reading.of(photo, JPEG).orElseThrow().offset()).isNull();
  }

  @Test
  void what_no_page_shows_is_no_part_of_a_camera() throws IOException {
    byte[] photo = replaced(sample("no-zone.jpg"), "Phone 7", "P\n\u0001\u007fne");

    assertThat(reading.of(photo, JPEG).orElseThrow().camera()).isEqualTo("Example Pne");
  }

  @ParameterizedTest
  @CsvSource({"all.jpg, image/jpeg", "all.png, image/png", "all.webp, image/webp"})
  void a_file_that_ends_in_the_middle_is_read_as_far_as_it_goes(String name, String type)
      throws IOException {
    byte[] photo = sample(name);
    for (int length = 0; length < photo.length; length++) {
      assertThat(reading.of(Arrays.copyOf(photo, length), type)).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_file_with_wrong_bytes_says_something_or_nothing_and_breaks_nothing(long seed)
      throws IOException {
    var random = new Random(seed);
    for (String name : new String[] {"all.jpg", "all.png", "all.webp"}) {
      String type = name.endsWith("jpg") ? JPEG : "image/" + name.substring(4);
      for (int run = 0; run < 500; run++) {
        byte[] photo = sample(name);
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
          photo[random.nextInt(photo.length)] = (byte) random.nextInt();
        }
        assertThat(reading.of(photo, type)).isNotNull();
        assertThat(reading.of(photo, "image/heic")).isNotNull();
      }
    }
  }

  @Test
  void a_directory_that_claims_more_than_the_file_holds_says_nothing() {
    ByteBuffer tiff = tiff(2);
    entry(tiff, 0x010f, 2, Integer.MAX_VALUE, 8);
    entry(tiff, 0x0110, 5, Integer.MAX_VALUE / 2, 8);

    assertThat(reading.of(jpeg(tiff), JPEG)).isEmpty();
  }

  @Test
  void thousands_of_tags_that_point_at_the_same_bytes_are_not_read_each() {
    ByteBuffer tiff = tiff(5_000);
    for (int tag = 0; tag < 5_000; tag++) {
      entry(tiff, 0x9100 + tag, 7, 60_000, 8);
    }

    assertThat(reading.of(jpeg(tiff), JPEG)).isEmpty();
  }

  @Test
  void directories_in_a_circle_and_in_each_other_end() {
    ByteBuffer circle = tiff(1);
    entry(circle, 0x8769, 4, 1, 8);
    circle.putInt(8);
    assertThat(reading.of(jpeg(circle), JPEG)).isEmpty();

    ByteBuffer chain = ByteBuffer.allocate(60_000).order(ByteOrder.LITTLE_ENDIAN);
    chain.put("II*\0".getBytes(ISO_8859_1)).putInt(8);
    for (int at = 8; at + 18 < 60_000; at += 18) {
      chain.putShort((short) 1);
      entry(chain, 0x8769, 4, 1, at + 18);
      chain.putInt(at + 18);
    }
    assertThat(reading.of(jpeg(chain), JPEG)).isEmpty();
  }

  /** A TIFF whose first directory has so many entries; there is room for 60,000 bytes. */
  private static ByteBuffer tiff(int entries) {
    ByteBuffer tiff = ByteBuffer.allocate(61_000).order(ByteOrder.LITTLE_ENDIAN);
    return tiff.put("II*\0".getBytes(ISO_8859_1)).putInt(8).putShort((short) entries);
  }

  private static void entry(ByteBuffer tiff, int tag, int format, int count, int value) {
    tiff.putShort((short) tag).putShort((short) format).putInt(count).putInt(value);
  }

  private static byte[] jpeg(ByteBuffer tiff) {
    byte[] block = new byte[tiff.capacity()];
    tiff.clear().get(block);
    ByteBuffer jpeg = ByteBuffer.allocate(block.length + 16);
    jpeg.putShort((short) 0xffd8).putShort((short) 0xffe1);
    jpeg.putShort((short) (block.length + 8)).put("Exif\0\0".getBytes(ISO_8859_1)).put(block);
    return jpeg.putShort((short) 0xffd9).array();
  }

  /** The same file with other words of the same length, or shorter ones that end there. */
  private static byte[] replaced(byte[] file, String from, String to) {
    String text = new String(file, ISO_8859_1);
    assertThat(text).contains(from);
    return text.replace(from, to + "\0".repeat(from.length() - to.length())).getBytes(ISO_8859_1);
  }
}
