package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The package of a draw is verified as it was taken home. */
class DrawPackageTest {
  private static final Path DRAWS = Path.of("../docs/vectors/draw");
  private static final String NAME = "130534-2023003-002-1.json";

  @TempDir Path place;

  private static Map<String, byte[]> files(String bundle) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(NAME, Files.readAllBytes(DRAWS.resolve(bundle)));
    files.put("verify.py", "print('OK')".getBytes(UTF_8));
    files.put("说明.txt", "怎样验证".getBytes(UTF_8));
    return files;
  }

  private static Map<String, byte[]> files() throws IOException {
    return files("qinghe-2023003-002.json");
  }

  private static byte[] packed(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void the_package_of_a_draw_is_verified_as_it_is() throws IOException {
    Path file = Files.write(place.resolve("bundle.zip"), packed(files()));
    var said = new ByteArrayOutputStream();

    int status = Verify.run(List.of(file.toString()), new PrintStream(said, true, UTF_8));

    assertThat(said.toString(UTF_8)).startsWith("OK " + file).contains("commit ", "no proof");
    assertThat(status).isZero();
    assertThat(place.toFile().list()).as("nothing is unpacked").containsExactly("bundle.zip");
  }

  @Test
  void a_bundle_that_does_not_hold_is_named_as_if_it_came_alone() throws IOException {
    for (String bundle :
        List.of(
            "tampered.friend-spared.SELECTION.json", "tampered.lonely-inspector.TEAM_SIZE.json")) {
      byte[] alone = Files.readAllBytes(DRAWS.resolve(bundle));
      Bundle read = Bundle.read(Json.read(alone));
      Map<String, byte[]> files = Map.of(read.commit().drawId() + ".json", alone);

      assertThat(Verify.check(packed(files)).code()).isEqualTo(Verify.check(alone).code());
      assertThat(Verify.check(packed(files)).isOk()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/cron.d/x",
        "/etc/passwd",
        "a/b",
        "..\\x",
        "C:\\x",
        ".bashrc",
        "a..b",
        "x\u0000.txt",
        ""
      })
  void a_name_that_leads_elsewhere_is_refused(String name) throws IOException {
    Map<String, byte[]> files = files();
    files.put(name, new byte[0]);

    assertThat(Verify.check(packed(files)).code()).isEqualTo(Code.MALFORMED);
  }

  @Test
  void a_file_that_unpacks_to_more_than_it_says_is_not_unpacked_further() throws IOException {
    Map<String, byte[]> files = Map.of(NAME, new byte[20_000_000]);
    byte[] bomb = packed(files);
    // The directory says ten bytes.
    ByteBuffer view = ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN);
    view.putInt(view.getInt(bomb.length - 6) + 24, 10);

    Verify.Verdict verdict = Verify.check(bomb);

    assertThat(verdict.code()).isEqualTo(Code.MALFORMED);
    assertThat(verdict.detail()).contains("longer than it says");
  }

  @Test
  void a_file_that_says_it_is_larger_than_any_draw_is_not_unpacked() throws IOException {
    byte[] bomb = packed(files());
    ByteBuffer view = ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN);
    view.putInt(view.getInt(bomb.length - 6) + 24, DrawPackage.MOST_BYTES + 1);

    assertThat(Verify.check(bomb).detail()).contains("has more than");
  }

  @Test
  void more_files_than_a_package_has_and_two_draws_in_one_are_refused() throws IOException {
    Map<String, byte[]> many = files();
    for (int i = 0; i < DrawPackage.MOST_FILES; i++) {
      many.put("x" + i, new byte[0]);
    }
    Map<String, byte[]> two = files();
    two.put("130534-2023001-001-1.json", new byte[0]);

    assertThat(Verify.check(packed(many)).code()).isEqualTo(Code.MALFORMED);
    assertThat(Verify.check(packed(two)).detail()).contains("the bundle of one draw");
  }

  @Test
  void bytes_that_belong_to_no_file_are_refused() throws IOException {
    byte[] good = packed(files());
    byte[] behind = Arrays.copyOf(good, good.length + 4);
    ByteBuffer end = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN);
    int directory = end.getInt(good.length - 6);
    // Between the files and their directory, where another program may find a file.
    byte[] between = new byte[good.length + 4];
    System.arraycopy(good, 0, between, 0, directory);
    System.arraycopy(good, directory, between, directory + 4, good.length - directory);
    ByteBuffer.wrap(between)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(between.length - 6, directory + 4);

    assertThat(Verify.check(behind).code()).isEqualTo(Code.MALFORMED);
    assertThat(Verify.check(between).code()).isEqualTo(Code.MALFORMED);
  }

  @Test
  void whatever_is_cut_off_or_flipped_is_a_verdict_and_never_a_fault() throws IOException {
    byte[] good = packed(files());
    for (int at = 0; at < good.length; at += 1 + at / 40) {
      Verify.Verdict cut = Verify.check(Arrays.copyOf(good, at));
      assertThat(cut.isOk()).isFalse();
      byte[] flipped = good.clone();
      flipped[at] ^= 0x41;
      assertThat(Verify.check(flipped)).isNotNull();
    }
  }

  @Test
  void programs_and_texts_in_it_are_said_to_be_unchecked_and_their_damage_is_named()
      throws IOException {
    byte[] good = packed(files());
    assertThat(Verify.check(good).detail()).endsWith("packed them: verify.py, 说明.txt");
    for (String inside : List.of("verify.py", "说明.txt")) {
      int at = new String(good, ISO_8859_1).indexOf(new String(inside.getBytes(UTF_8), ISO_8859_1));
      byte[] flipped = good.clone();
      flipped[at + inside.getBytes(UTF_8).length + 3] ^= 1;
      assertThat(Verify.check(flipped).detail()).contains(inside);
    }
  }

  @Test
  void half_of_a_proof_is_refused() throws IOException {
    Map<String, byte[]> files = files();
    files.put("checkpoint", new byte[0]);

    assertThat(Verify.check(packed(files)).detail()).contains("belong together");
  }
}
