package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.drawing.FrozenFrame.Named;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * The names of a frame in pieces of bytes, in the order in which they were given; a name is made as
 * it is read. Kept one by one, a million take 150 MB for as long as the draw is remembered.
 */
final class PackedNames extends AbstractList<Named> implements RandomAccess {
  /** Names of a piece; no array grows with the frame but the list of pieces. */
  private static final int PIECE = 4_096;

  private final byte[][] texts;
  private final int[][] ends;
  private final int size;
  private final boolean ascending;

  static PackedNames of(List<Named> names) {
    return names instanceof PackedNames packed ? packed : new PackedNames(names);
  }

  private PackedNames(List<Named> names) {
    size = names.size();
    int pieces = Math.ceilDiv(size, PIECE);
    texts = new byte[pieces][];
    ends = new int[pieces][];
    boolean ascends = true;
    byte[] before = {};
    for (int piece = 0; piece < pieces; piece++) {
      int from = piece * PIECE;
      int[] end = new int[2 * Math.min(PIECE, size - from)];
      byte[] text = new byte[32 * end.length];
      int used = 0;
      for (int i = 0; i < end.length; i += 2) {
        Named named = names.get(from + i / 2);
        byte[] subject = named.subject().getBytes(StandardCharsets.UTF_8);
        byte[] name = named.name().getBytes(StandardCharsets.UTF_8);
        ascends &= from + i == 0 || Arrays.compareUnsigned(before, subject) < 0;
        before = subject;
        text = withRoom(text, used + subject.length + name.length);
        System.arraycopy(subject, 0, text, used, subject.length);
        end[i] = used + subject.length;
        System.arraycopy(name, 0, text, end[i], name.length);
        used = end[i] + name.length;
        end[i + 1] = used;
      }
      texts[piece] = Arrays.copyOf(text, used);
      ends[piece] = end;
    }
    ascending = ascends;
  }

  private static byte[] withRoom(byte[] text, int used) {
    return used <= text.length ? text : Arrays.copyOf(text, Math.max(used, 2 * text.length));
  }

  @Override
  public Named get(int index) {
    return new Named(
        text(index, subjectStart(index), subjectEnd(index)),
        text(index, subjectEnd(index), nameEnd(index)));
  }

  @Override
  public int size() {
    return size;
  }

  /** The name of a subject; where the names ascend, no other is made for it. */
  Optional<Named> find(String subject) {
    if (!ascending) {
      return stream().filter(one -> one.subject().equals(subject)).findFirst();
    }
    byte[] wanted = subject.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(
              texts[middle / PIECE],
              subjectStart(middle),
              subjectEnd(middle),
              wanted,
              0,
              wanted.length);
      if (order == 0) {
        return Optional.of(get(middle));
      } else if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  private String text(int index, int from, int to) {
    return new String(texts[index / PIECE], from, to - from, StandardCharsets.UTF_8);
  }

  private int subjectStart(int index) {
    return index % PIECE == 0 ? 0 : nameEnd(index - 1);
  }

  private int subjectEnd(int index) {
    return ends[index / PIECE][2 * (index % PIECE)];
  }

  private int nameEnd(int index) {
    return ends[index / PIECE][2 * (index % PIECE) + 1];
  }
}
