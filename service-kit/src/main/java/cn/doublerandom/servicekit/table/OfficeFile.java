package cn.doublerandom.servicekit.table;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of an xlsx or docx, each judged before a parser sees it: it is inflated once and thrown
 * away, so that a zip bomb, an element of a hundred thousand attributes or an entity of XML ends
 * here and costs neither memory nor minutes.
 *
 * <p>What a part is decides what it is read as, never its name: shared texts may be called a sheet,
 * and a sheet a picture. A part that is not read costs nothing and is not looked at.
 */
final class OfficeFile implements AutoCloseable {
  private static final int MAX_PARTS = 1_000;
  private static final long MAX_INFLATED = 2L * 1024 * 1024 * 1024;

  /** A part may be this many times its packed size, once it is larger than {@link #SMALL}. */
  private static final long MAX_RATIO = 100;

  private static final long SMALL = 8L * 1024 * 1024;
  private static final int BUFFER = 64 * 1024;

  /** What a part is read as. */
  enum Use {
    /** Read row by row. */
    SHEET(MAX_INFLATED),
    /** Held in memory as a whole, unlike rows. */
    TEXTS(64L * 1024 * 1024),
    /** A plan of five thousand rows has some ten. */
    DOCUMENT(16L * 1024 * 1024),
    /** Styles, relations and the like. */
    OTHER(16L * 1024 * 1024);

    private final long most;

    Use(long most) {
      this.most = most;
    }
  }

  private record Judged(String path, Use use) {}

  private final ZipFile zip;
  private final ReadingTime time = new ReadingTime();
  private final Set<Judged> judged = new HashSet<>();
  private long inflated;

  private OfficeFile(ZipFile zip) {
    this.zip = zip;
  }

  static OfficeFile open(Path file) throws IOException, UnreadableTable {
    ZipEnd.requireShortList(file);
    var zip = new ZipFile(file.toFile());
    if (zip.size() > MAX_PARTS) {
      zip.close();
      throw new UnreadableTable(0, "zip-bomb", "压缩包内文件过多，不是办公软件所写。");
    }
    return new OfficeFile(zip);
  }

  ReadingTime time() {
    return time;
  }

  boolean has(String path) {
    return zip.getEntry(path) != null;
  }

  /** The first bytes of a part. */
  byte[] begin(String path, int most) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(path))) {
      return in.readNBytes(most);
    }
  }

  /** A part, judged as what it is read as. */
  XMLStreamReader open(String path, Use use)
      throws IOException, XMLStreamException, UnreadableTable {
    if (!judged.contains(new Judged(path, use))) {
      judge(path, use);
    }
    return factory()
        .createXMLStreamReader(
            new BufferedInputStream(new Timed(zip.getInputStream(part(path))), BUFFER));
  }

  /** One for each part: it keeps the names it has read, and whoever sends a file chooses them. */
  private static XMLInputFactory factory() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private ZipEntry part(String path) throws XMLStreamException {
    ZipEntry part = zip.getEntry(path);
    if (part == null) {
      throw new XMLStreamException("no part " + path);
    }
    return part;
  }

  /** Looks through a part; each time it counts to what the file may be unpacked. */
  void judge(String path, Use use) throws IOException, XMLStreamException, UnreadableTable {
    ZipEntry part = part(path);
    long packed = Math.max(0, part.getCompressedSize());
    long limit = Math.min(use.most, Math.max(SMALL, MAX_RATIO * packed));
    // A size that is not said, or a lie, is found out below.
    requireSize(part.getSize(), limit);
    var xml = new XmlWatch();
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (InputStream in = zip.getInputStream(part)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        inflated += n;
        requireSize(size, limit);
        requireSize(inflated, MAX_INFLATED);
        xml.pass(buffer, n);
        if (time.isOver()) {
          throw ReadingTime.tooSlow();
        }
      }
    }
    judged.add(new Judged(path, use));
  }

  private static void requireSize(long size, long limit) throws UnreadableTable {
    if (size > limit) {
      throw new UnreadableTable(0, "zip-bomb", "文件解压后异常巨大，已拒绝。");
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Ends when the time is over; whoever reads asks {@link ReadingTime} why. */
  private final class Timed extends FilterInputStream {
    Timed(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (time.isOver()) {
        throw new IOException("the time for reading is over");
      }
      return super.read(buffer, offset, length);
    }
  }
}
