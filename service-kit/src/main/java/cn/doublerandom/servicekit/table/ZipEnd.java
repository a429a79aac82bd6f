package cn.doublerandom.servicekit.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The end of a zip, which says how long its list of parts is (APPNOTE.TXT 4.3.16): whoever opens it
 * reads the list as a whole, and it may be as long as the file.
 */
final class ZipEnd {
  /** A thousand parts have some 200 KB. */
  private static final int MAX_LIST = 1024 * 1024;

  private static final int SIGNATURE = 0x06054b50;
  private static final int LENGTH = 22;
  private static final int LIST_AT = 12;
  private static final int COMMENT_AT = 20;
  private static final int MAX_COMMENT = 0xFFFF;

  private ZipEnd() {}

  /** Refuses a zip whose list of parts is too long to be read. */
  static void requireShortList(Path file) throws IOException, UnreadableTable {
    ByteBuffer end = end(file);
    for (int at = end.limit() - LENGTH; at >= 0; at--) {
      if (end.getInt(at) != SIGNATURE) {
        continue;
      }
      if (Integer.compareUnsigned(end.getInt(at + LIST_AT), MAX_LIST) > 0) {
        throw new UnreadableTable(0, "zip-bomb", "压缩包内的文件清单过长，不是办公软件所写。");
      }
      // This is the end for whoever opens it; another signature may stand in what looks like one.
      if (at + LENGTH + Short.toUnsignedInt(end.getShort(at + COMMENT_AT)) == end.limit()) {
        return;
      }
    }
  }

  private static ByteBuffer end(Path file) throws IOException {
    try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.READ)) {
      long from = Math.max(0, bytes.size() - LENGTH - MAX_COMMENT);
      ByteBuffer end = ByteBuffer.allocate(Math.toIntExact(bytes.size() - from));
      while (end.hasRemaining() && bytes.read(end, from + end.position()) >= 0) {
        // until the end
      }
      return end.flip().order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
