package cn.doublerandom.eventstore;

import cn.doublerandom.contracts.json.CanonicalJson;
import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.base.GeneratorBase;
import com.fasterxml.jackson.core.io.IOContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Writes what Jackson hands out as canonical JSON at once, without a map of it in between. Members
 * come in the order of the record and are put into theirs when their object ends. Refuses what
 * {@link CanonicalJson} refuses.
 */
final class CanonicalGenerator extends GeneratorBase {
  private static final long MAX_INTEGER = (1L << 53) - 1;

  private final StringBuilder out = new StringBuilder(512);
  private final Deque<Open> open = new ArrayDeque<>();

  /** A member, by where its text stands, name and all. */
  private record Member(String name, int begin, int end) {}

  /** An object or array that is being written. */
  private static final class Open {
    private final int begin;
    private final boolean isObject;
    private final List<Member> members = new ArrayList<>();
    private String name = "";
    private int memberBegins;
    private boolean isEmpty = true;
    private boolean ascends = true;

    Open(int begin, boolean isObject) {
      this.begin = begin;
      this.isObject = isObject;
    }
  }

  CanonicalGenerator(ObjectCodec codec) {
    super(0, codec, (IOContext) null);
  }

  String text() {
    return out.toString();
  }

  private void begin(boolean isObject) {
    begins();
    open.push(new Open(out.length(), isObject));
    out.append(isObject ? '{' : '[');
  }

  /** A value begins: in an array after a comma. */
  private void begins() {
    Open in = open.peek();
    if (in != null && !in.isObject) {
      if (!in.isEmpty) {
        out.append(',');
      }
      in.isEmpty = false;
    }
  }

  /** A value has ended: in an object with it its member. */
  private void ended() {
    Open in = open.peek();
    if (in != null && in.isObject) {
      in.members.add(new Member(in.name, in.memberBegins, out.length()));
    }
  }

  @Override
  public void writeStartArray() {
    begin(false);
  }

  @Override
  public void writeEndArray() {
    open.pop();
    out.append(']');
    ended();
  }

  @Override
  public void writeStartObject() {
    begin(true);
  }

  @Override
  public void writeEndObject() {
    Open in = open.pop();
    if (!in.ascends) {
      sort(in);
    }
    out.append('}');
    ended();
  }

  private void sort(Open in) {
    // RFC 8785 §3.2.3 sorts by UTF-16 code units, which is the order of Java's strings.
    List<Member> sorted = new ArrayList<>(in.members);
    sorted.sort(Comparator.comparing(Member::name));
    var members = new StringBuilder(out.length() - in.begin);
    String before = "";
    char separator = '{';
    for (Member member : sorted) {
      if (separator == ',' && member.name().equals(before)) {
        throw new IllegalArgumentException("two members are called " + before);
      }
      members.append(separator).append(out, member.begin(), member.end());
      before = member.name();
      separator = ',';
    }
    out.setLength(in.begin);
    out.append(members);
  }

  @Override
  public void writeFieldName(String name) {
    Open in = open.getFirst();
    if (!in.isEmpty) {
      out.append(',');
      in.ascends &= name.compareTo(in.name) > 0;
    }
    in.isEmpty = false;
    in.name = name;
    in.memberBegins = out.length();
    CanonicalJson.string(name, out);
    out.append(':');
  }

  @Override
  public void writeString(String text) {
    begins();
    CanonicalJson.string(text, out);
    ended();
  }

  @Override
  public void writeString(char[] buffer, int offset, int length) {
    writeString(new String(buffer, offset, length));
  }

  @Override
  public void writeNumber(int number) {
    plain(Integer.toString(number));
  }

  @Override
  public void writeNumber(long number) {
    if (Math.abs(number) > MAX_INTEGER) {
      throw new IllegalArgumentException("integer beyond 2^53: " + number);
    }
    plain(Long.toString(number));
  }

  @Override
  public void writeBoolean(boolean truth) {
    plain(Boolean.toString(truth));
  }

  private void plain(String text) {
    begins();
    out.append(text);
    ended();
  }

  @Override
  public void writeNumber(BigInteger number) {
    throw unknown("BigInteger");
  }

  @Override
  public void writeNumber(double number) {
    throw unknown("Double");
  }

  @Override
  public void writeNumber(float number) {
    throw unknown("Float");
  }

  @Override
  public void writeNumber(BigDecimal number) {
    throw unknown("BigDecimal");
  }

  @Override
  public void writeNumber(String number) {
    throw unknown("number as text");
  }

  @Override
  public void writeNull() {
    throw unknown("null");
  }

  @Override
  public void writeRawUTF8String(byte[] text, int offset, int length) {
    throw unknown("raw text");
  }

  @Override
  public void writeUTF8String(byte[] text, int offset, int length) {
    throw unknown("raw text");
  }

  @Override
  public void writeRaw(String text) {
    throw unknown("raw text");
  }

  @Override
  public void writeRaw(String text, int offset, int length) {
    throw unknown("raw text");
  }

  @Override
  public void writeRaw(char[] text, int offset, int length) {
    throw unknown("raw text");
  }

  @Override
  public void writeRaw(char c) {
    throw unknown("raw text");
  }

  @Override
  public void writeBinary(Base64Variant variant, byte[] data, int offset, int length) {
    throw unknown("bytes");
  }

  private static IllegalArgumentException unknown(String what) {
    return new IllegalArgumentException("canonical JSON knows no " + what);
  }

  @Override
  public JsonGenerator useDefaultPrettyPrinter() {
    return this;
  }

  @Override
  public void flush() {
    // all is in memory
  }

  @Override
  protected void _releaseBuffers() {
    // none
  }

  @Override
  protected void _verifyValueWrite(String what) throws IOException {
    // Jackson's own serializers write values where they may stand
  }
}
