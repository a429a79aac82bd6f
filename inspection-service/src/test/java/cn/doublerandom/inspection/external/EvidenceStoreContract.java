package cn.doublerandom.inspection.external;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.inspection.evidence.EvidenceStore;
import cn.doublerandom.inspection.evidence.EvidenceStore.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Evidence lies sealed, whole or not at all, and an upload that broke off leaves nothing: wherever
 * it lies.
 */
abstract class EvidenceStoreContract {
  static final byte[] PHOTO = "a photo of a shop".getBytes(UTF_8);
  static final String HASH = Sha256.hex(PHOTO);
  static final Upload UPLOAD = new Upload("d-1-S", "JT001", HASH);

  @TempDir Path home;

  /** A store under a key in the file of this name. */
  abstract EvidenceStore store(String key);

  /** The disk below it. */
  abstract Path disk();

  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(disk())) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void what_is_kept_is_read_again_and_cannot_be_read_from_the_disk() throws IOException {
    assertThat(store("key").isThere()).isTrue();
    assertThat(store("key").put("d-1-S", HASH, PHOTO)).isTrue();
    assertThat(store("key").put("d-1-S", HASH, PHOTO)).isFalse();
    assertThat(store("key").holds("d-1-S", HASH)).isTrue();
    assertThat(store("key").holds("d-1-T", HASH)).isFalse();
    assertThat(store("key").get("d-1-S", HASH)).contains(PHOTO);
    assertThat(store("key").get("d-1-T", HASH)).isEmpty();
    assertThat(files()).hasSize(1);
    assertThat(new String(Files.readAllBytes(files().getFirst()), UTF_8)).doesNotContain("photo");
    store("key").drop("d-1-S", HASH);
    assertThat(files()).isEmpty();
    store("key").drop("d-1-S", HASH);
  }

  @Test
  void another_key_a_changed_byte_and_the_file_of_another_visit_open_nothing() throws IOException {
    store("key").put("d-1-S", HASH, PHOTO);
    assertThatThrownBy(() -> store("other").get("d-1-S", HASH))
        .isInstanceOf(IllegalStateException.class);
    Path kept = files().getFirst();
    store("key").put("d-1-T", HASH, PHOTO);
    Path foreign = files().stream().filter(file -> !file.equals(kept)).findFirst().orElseThrow();
    Files.write(foreign, Files.readAllBytes(kept));
    assertThatThrownBy(() -> store("key").get("d-1-T", HASH))
        .isInstanceOf(IllegalStateException.class);
    byte[] changed = Files.readAllBytes(kept);
    changed[20] ^= 1;
    Files.write(kept, changed);
    assertThatThrownBy(() -> store("key").get("d-1-S", HASH))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_file_comes_in_pieces_and_goes_on_where_the_line_broke_off() throws IOException {
    EvidenceStore store = store("key");
    assertThat(store.received(UPLOAD)).isZero();
    store.append(UPLOAD, 0, "a photo ".getBytes(UTF_8));
    assertThat(store("key").received(UPLOAD)).isEqualTo(8);
    store.append(UPLOAD, 8, "of a shop".getBytes(UTF_8));
    assertThat(store.received(UPLOAD)).isEqualTo(PHOTO.length);
    assertThat(store.assembled(UPLOAD)).isEqualTo(PHOTO);
    assertThat(store.received(new Upload("d-1-S", "JT003", HASH))).isZero();
    for (Path piece : files()) {
      assertThat(new String(Files.readAllBytes(piece), UTF_8)).doesNotContain("photo", "shop");
    }
    store.forget(UPLOAD);
    assertThat(files()).isEmpty();
    store.forget(UPLOAD);
  }

  @Test
  void a_piece_that_is_sent_again_counts_once() {
    EvidenceStore store = store("key");
    store.append(UPLOAD, 0, "a photo ".getBytes(UTF_8));
    store.append(UPLOAD, 0, "a photo ".getBytes(UTF_8));

    assertThat(store.received(UPLOAD)).isEqualTo(8);
    assertThat(store.assembled(UPLOAD)).isEqualTo("a photo ".getBytes(UTF_8));
  }

  @Test
  void twenty_megabytes_come_back_byte_for_byte() {
    byte[] film = new byte[20 * 1024 * 1024];
    for (int i = 0; i < film.length; i += 997) {
      film[i] = (byte) i;
    }

    assertThat(store("key").put("d-1-S", Sha256.hex(film), film)).isTrue();
    assertThat(Sha256.hex(store("key").get("d-1-S", Sha256.hex(film)).orElseThrow()))
        .isEqualTo(Sha256.hex(film));
  }

  @Test
  void what_nobody_went_on_with_for_a_day_is_gone_when_the_next_upload_begins() throws IOException {
    EvidenceStore store = store("key");
    store.append(UPLOAD, 0, PHOTO);
    Path piece = files().getFirst();
    for (Path old : List.of(piece, piece.getParent())) {
      Files.setLastModifiedTime(
          old,
          FileTime.from(Files.getLastModifiedTime(old).toInstant().minus(Duration.ofHours(25))));
    }
    store.append(new Upload("d-1-S", "JT003", HASH), 0, PHOTO);
    assertThat(store.received(UPLOAD)).isZero();
    assertThat(files()).hasSize(1);
  }
}
