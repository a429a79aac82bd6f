package cn.doublerandom.inspection.external;

import cn.doublerandom.evidencekit.EvidenceNames;
import cn.doublerandom.evidencekit.EvidenceSeal;
import cn.doublerandom.inspection.evidence.EvidenceStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Evidence in a directory: a folder for each visit, a sealed file for each hash, written aside and
 * moved there whole. Uploads lie in a folder of their own, piece by piece, sealed too; what nobody
 * went on with for a day is gone with the next one that begins.
 */
final class EvidenceDirectory implements EvidenceStore {
  private static final Duration UNFINISHED = Duration.ofDays(1);

  private final Optional<Path> directory;
  private final Optional<Path> keyFile;

  EvidenceDirectory(Optional<Path> directory, Optional<Path> keyFile) {
    this.directory = directory;
    this.keyFile = keyFile;
  }

  @Override
  public boolean isThere() {
    return directory.isPresent() && keyFile.isPresent();
  }

  private Path root() {
    return directory.orElseThrow(
        () -> new IllegalStateException("suite.evidence.directory is not set"));
  }

  private EvidenceSeal seal() {
    return EvidenceSeal.keptIn(
        keyFile.orElseThrow(() -> new IllegalStateException("suite.evidence.key is not set")));
  }

  private Path file(String visitId, String sha256) {
    return root().resolve(EvidenceNames.kept(visitId, sha256));
  }

  private Path folder(Upload upload) {
    return root()
        .resolve(EvidenceNames.coming(upload.visitId(), upload.account(), upload.sha256()));
  }

  @Override
  public boolean put(String visitId, String sha256, byte[] content) {
    Path file = file(visitId, sha256);
    if (Files.exists(file)) {
      return false;
    }
    write(file, seal().sealed(EvidenceNames.about(visitId, sha256), content));
    return true;
  }

  @Override
  public Optional<byte[]> get(String visitId, String sha256) {
    Path file = file(visitId, sha256);
    return Files.exists(file)
        ? Optional.of(seal().opened(EvidenceNames.about(visitId, sha256), read(file)))
        : Optional.empty();
  }

  @Override
  public boolean holds(String visitId, String sha256) {
    return Files.exists(file(visitId, sha256));
  }

  @Override
  public void drop(String visitId, String sha256) {
    try {
      Files.deleteIfExists(file(visitId, sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long received(Upload upload) {
    List<Path> pieces = pieces(folder(upload));
    return pieces.isEmpty() ? 0 : end(pieces.getLast(), upload);
  }

  private long end(Path piece, Upload upload) {
    return begin(piece) + opened(piece, upload).length;
  }

  private static long begin(Path piece) {
    return EvidenceNames.begin(piece.getFileName().toString());
  }

  private byte[] opened(Path piece, Upload upload) {
    return seal().opened(EvidenceNames.about(upload.sha256(), begin(piece)), read(piece));
  }

  @Override
  public void append(Upload upload, long offset, byte[] piece) {
    write(
        folder(upload).resolve(EvidenceNames.piece(offset)),
        seal().sealed(EvidenceNames.about(upload.sha256(), offset), piece));
    if (offset == 0) {
      sweep();
    }
  }

  @Override
  public byte[] assembled(Upload upload) {
    var whole = new ByteArrayOutputStream();
    for (Path piece : pieces(folder(upload))) {
      whole.writeBytes(opened(piece, upload));
    }
    return whole.toByteArray();
  }

  @Override
  public void forget(Upload upload) {
    forget(folder(upload));
  }

  private static void forget(Path folder) {
    try (Stream<Path> all = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sweep() {
    Path coming = root().resolve(EvidenceNames.COMING);
    try (Stream<Path> uploads = Files.exists(coming) ? Files.list(coming) : Stream.empty()) {
      for (Path upload : uploads.toList()) {
        Instant last = Files.getLastModifiedTime(upload).toInstant();
        if (last.plus(UNFINISHED).isBefore(Files.getLastModifiedTime(coming).toInstant())) {
          forget(upload);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> pieces(Path folder) {
    try (Stream<Path> all = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      return all.filter(one -> EvidenceNames.isPiece(one.toString())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Aside, onto the disk, then into its place: what breaks off leaves no half file. */
  private static void write(Path file, byte[] content) {
    Path folder = file.getParent();
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path aside = Files.createTempFile(folder, "new", ".part");
      try {
        Files.write(aside, content);
        try (FileChannel written = FileChannel.open(aside, StandardOpenOption.WRITE)) {
          written.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("evidence cannot be stored", e);
    }
  }
}
