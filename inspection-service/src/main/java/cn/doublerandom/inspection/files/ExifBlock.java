package cn.doublerandom.inspection.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.png.PngProcessingException;
import com.drew.imaging.riff.RiffHandler;
import com.drew.imaging.riff.RiffProcessingException;
import com.drew.imaging.riff.RiffReader;
import com.drew.lang.SequentialByteArrayReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where in a photo its Exif stands: in a segment of a JPEG, a chunk of a PNG or WebP, an item of a
 * HEIC. Nothing else of the file is read; nothing is unpacked.
 */
final class ExifBlock {
  /** As much as a segment of a JPEG holds; what is longer is no record of a camera. */
  private static final int MOST_BYTES = 65_535;

  private static final String PREAMBLE = "Exif\0\0";

  /** The heads of a TIFF in either order of bytes. */
  private static final List<byte[]> TIFF =
      List.of("II*\0".getBytes(ISO_8859_1), "MM\0*".getBytes(ISO_8859_1));

  private ExifBlock() {}

  /**
   * The TIFF with what the camera wrote.
   *
   * @throws IOException where the file ends before it says so
   */
  static Optional<byte[]> of(byte[] photo, String mediaType)
      throws IOException, JpegProcessingException, PngProcessingException, RiffProcessingException {
    return switch (mediaType) {
      case "image/jpeg" -> ofJpeg(photo);
      case "image/png" -> ofPng(photo);
      case "image/webp" -> ofWebp(photo);
      case "image/heic" -> find(photo, 0);
      default -> Optional.empty();
    };
  }

  private static Optional<byte[]> ofJpeg(byte[] photo) throws IOException, JpegProcessingException {
    var segments =
        JpegSegmentReader.readSegments(
            new SequentialByteArrayReader(photo), List.of(JpegSegmentType.APP1));
    for (byte[] segment : segments.getSegments(JpegSegmentType.APP1)) {
      if (startsWith(segment, 0, PREAMBLE.getBytes(ISO_8859_1))) {
        return tiff(segment, PREAMBLE.length());
      }
    }
    return Optional.empty();
  }

  private static Optional<byte[]> ofPng(byte[] photo) throws IOException, PngProcessingException {
    for (PngChunk chunk :
        new PngChunkReader()
            .extract(new SequentialByteArrayReader(photo), Set.of(PngChunkType.eXIf))) {
      return tiff(chunk.getBytes(), 0);
    }
    return Optional.empty();
  }

  private static Optional<byte[]> ofWebp(byte[] photo) throws IOException, RiffProcessingException {
    List<byte[]> chunks = new ArrayList<>();
    new RiffReader()
        .processRiff(
            new SequentialByteArrayReader(photo),
            new RiffHandler() {
              @Override
              public boolean shouldAcceptRiffIdentifier(String identifier) {
                return identifier.equals("WEBP");
              }

              @Override
              public boolean shouldAcceptChunk(String fourCC) {
                return fourCC.equals("EXIF") && chunks.isEmpty();
              }

              @Override
              public boolean shouldAcceptList(String fourCC) {
                return false;
              }

              @Override
              public void processChunk(String fourCC, byte[] payload) {
                chunks.add(payload);
              }

              @Override
              public void addError(String message) {
                // What could be read counts.
              }
            });
    if (chunks.isEmpty()) {
      return Optional.empty();
    }
    byte[] chunk = chunks.getFirst();
    return startsWith(chunk, 0, PREAMBLE.getBytes(ISO_8859_1))
        ? tiff(chunk, PREAMBLE.length())
        : tiff(chunk, 0);
  }

  /**
   * Of HEIC the boxes are not followed, for a reader of boxes believes the sizes they claim: the
   * item begins with what no picture begins with.
   */
  private static Optional<byte[]> find(byte[] photo, int from) {
    byte[] preamble = PREAMBLE.getBytes(ISO_8859_1);
    for (int i = from; i + preamble.length < photo.length; i++) {
      if (photo[i] == preamble[0] && startsWith(photo, i, preamble)) {
        Optional<byte[]> found = tiff(photo, i + preamble.length);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<byte[]> tiff(byte[] in, int from) {
    return TIFF.stream().anyMatch(head -> startsWith(in, from, head))
        ? Optional.of(Arrays.copyOfRange(in, from, Math.min(in.length, from + MOST_BYTES)))
        : Optional.empty();
  }

  private static boolean startsWith(byte[] in, int from, byte[] head) {
    return from + head.length <= in.length
        && Arrays.equals(in, from, from + head.length, head, 0, head.length);
  }
}
