package cn.doublerandom.servicekit.rest;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file as a program or a form of a page sends it: by itself, or as the one file among the parts
 * of {@code multipart/form-data}. What it is the bytes say, never the media type.
 */
public final class SentFile {
  private static final int PIECE = 64 * 1024;

  /** Without one nobody can tell the parts of a form (RFC 2046 §5.1.1). */
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary=(\"[^\"]{1,70}\"|[^;\\s\"]{1,70})");

  private SentFile() {}

  /**
   * Leaves in the file what was sent as a file, where the body is a form.
   *
   * @param body the body of the request; afterwards the file itself
   * @param mediaType Content-Type of the request
   */
  public static void unwrap(Path body, @Nullable String mediaType) throws IOException {
    if (isForm(mediaType)) {
      Path part = Files.createTempFile("part", ".bin");
      try (InputStream in = Files.newInputStream(body)) {
        copyPart(in, String.valueOf(mediaType), part);
        Files.copy(part, body, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }

  /** The same for a small file. */
  public static byte[] unwrapped(byte[] body, @Nullable String mediaType) throws IOException {
    if (!isForm(mediaType)) {
      return body;
    }
    Path part = Files.createTempFile("part", ".bin");
    try {
      copyPart(new ByteArrayInputStream(body), String.valueOf(mediaType), part);
      return Files.readAllBytes(part);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static boolean isForm(@Nullable String mediaType) {
    return mediaType != null
        && mediaType.strip().toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  private static void copyPart(InputStream body, String mediaType, Path to) throws IOException {
    if (!BOUNDARY.matcher(mediaType).find()) {
      throw noFile();
    }
    var head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
    head.headers().set(HttpHeaderNames.CONTENT_TYPE, mediaType);
    HttpPostMultipartRequestDecoder form = null;
    try {
      form = new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(true), head);
      byte[] piece = new byte[PIECE];
      for (int n = body.read(piece); n > 0; n = body.read(piece)) {
        ByteBuf bytes = Unpooled.copiedBuffer(piece, 0, n);
        form.offer(new DefaultHttpContent(bytes));
        bytes.release();
      }
      form.offer(LastHttpContent.EMPTY_LAST_CONTENT);
      List<FileUpload> files = new ArrayList<>();
      for (InterfaceHttpData part : form.getBodyHttpDatas()) {
        if (part instanceof FileUpload file) {
          files.add(file);
        }
      }
      if (files.size() != 1) {
        throw noFile();
      }
      try (InputStream in =
          files.getFirst().isInMemory()
              ? new ByteArrayInputStream(files.getFirst().get())
              : Files.newInputStream(files.getFirst().getFile().toPath())) {
        Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (DecoderException e) {
      throw noFile();
    } finally {
      if (form != null) {
        form.destroy();
      }
    }
  }

  private static ProblemException noFile() {
    return new ProblemException(
        EdgeRejection.FILE_REFUSED,
        List.of(new Problem.FieldError("file", null, "form-without-file", "表单中应恰有一个文件。")),
        Map.of());
  }
}
