package cn.doublerandom.gateway.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The file a gateway writes on, and nobody else reads. Each line names the hash of the one before
 * it, and lines are numbered from 1 without gaps, so that none can be changed or left out unseen.
 * What was written is on the disk before anybody is let in.
 */
public final class Book implements AutoCloseable {
  private static final String NAME = "sign-ins.ndjson";
  private static final int ID_BYTES = 8;

  /** A line has some 350. */
  private static final int MOST_BYTES = 2_048;

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final FileChannel file;
  private final int gateway;
  private String id = "";
  private long number;
  private String last = Line.NOTHING;
  private long end;

  private Book(FileChannel file, int gateway) {
    this.file = file;
    this.gateway = gateway;
  }

  /**
   * Opens the book in a directory; begins one where there is none. A line that was cut off in the
   * middle was promised to nobody, and is taken away.
   *
   * @param gateway number of this gateway, 1 to 3
   * @throws IOException where others may read or change it, another gateway writes on it, or a line
   *     does not follow from the one before
   */
  public static Book in(Path directory, int gateway) throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path path = directory.resolve(NAME);
    if (!Files.exists(path)) {
      Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER));
    }
    if (!OWNER.containsAll(Files.getPosixFilePermissions(path))) {
      throw new IOException("登录记录可被他人读取 others may read or change " + path + "; chmod 600");
    }
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (file.tryLock() == null) {
        throw new IOException("另一个网关正在写登录记录 another gateway writes on " + path);
      }
      var book = new Book(file, gateway);
      book.follow(path);
      return book;
    } catch (OverlappingFileLockException here) {
      file.close();
      throw new IOException("另一个网关正在写登录记录 another gateway writes on " + path, here);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private void follow(Path path) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      for (String text = line(in); text != null; text = line(in)) {
        Line line;
        try {
          line = Line.read(text, end);
        } catch (RuntimeException none) {
          throw new IOException(fault(path), none);
        }
        if (line.number() != number + 1
            || !line.previous().equals(last)
            || !(number == 0 || line.book().equals(id))) {
          throw new IOException(fault(path));
        }
        follow(line);
      }
    }
    file.truncate(end);
    if (id.isEmpty()) {
      byte[] made = new byte[ID_BYTES];
      new SecureRandom().nextBytes(made);
      id = HexFormat.of().formatHex(made);
    }
  }

  private String fault(Path path) {
    return "登录记录第 %d 行被改动，请移开该文件并查明原因 line %d of %s does not follow from the one before; move the file away and find out why"
        .formatted(number + 1, number + 1, path);
  }

  private void follow(Line line) {
    id = line.book();
    number = line.number();
    last = line.hash();
    end = line.end();
  }

  /** The next whole line; null at the end, or where the last one was cut off. */
  private static @Nullable String line(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        return bytes.toString(StandardCharsets.UTF_8);
      }
      if (bytes.size() == MOST_BYTES) {
        throw new IOException("a line of the sign-ins is longer than any that is written");
      }
      bytes.write(next);
    }
    return null;
  }

  /** Which book it is, 16 hex digits. */
  synchronized String id() {
    return id;
  }

  /** Lines in it. */
  public synchronized long number() {
    return number;
  }

  /** Writes what happened; it is on the disk when this comes back. */
  public synchronized void write(List<Entry> entries) throws IOException {
    List<Line> lines = new ArrayList<>();
    var text = new StringBuilder();
    for (Entry entry : entries) {
      Line before = lines.isEmpty() ? null : lines.getLast();
      Line line =
          Line.write(
              id,
              gateway,
              number + lines.size() + 1,
              before == null ? last : before.hash(),
              entry,
              before == null ? end : before.end());
      lines.add(line);
      text.append(line.text()).append('\n');
    }
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    try {
      for (long at = end; bytes.hasRemaining(); ) {
        at += file.write(bytes, at);
      }
      file.force(false);
    } catch (IOException e) {
      // What lies behind the end counts for nothing, and the next line is written over it.
      file.truncate(end);
      throw e;
    }
    lines.forEach(this::follow);
    notifyAll();
  }

  /** Waits for a line behind a position, so long at most. */
  synchronized void await(long position, long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    while (position >= end && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
  }

  /** Lines from a position on, at most so many. */
  synchronized List<Line> from(long position, int most) throws IOException {
    List<Line> lines = new ArrayList<>();
    long at = position;
    while (at < end && lines.size() < most) {
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(MOST_BYTES, end - at));
      int read = file.read(bytes, at);
      int length = 0;
      while (length < read && bytes.get(length) != '\n') {
        length++;
      }
      if (length >= read) {
        throw new IOException("the sign-ins cannot be read at " + at);
      }
      Line line = Line.read(new String(bytes.array(), 0, length, StandardCharsets.UTF_8), at);
      lines.add(line);
      at = line.end();
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
