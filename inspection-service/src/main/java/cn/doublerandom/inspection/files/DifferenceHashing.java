package cn.doublerandom.inspection.files;

import cn.doublerandom.inspection.evidence.PerceptualHash;
import cn.doublerandom.inspection.evidence.PhotoHashing;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jboss.logging.Logger;

/**
 * Reads the points of a JPEG or PNG, every so many across and down, as grey in few places. The JDK
 * reads no other kind. One at a time: a large photo takes memory while it is unpacked.
 */
@ApplicationScoped
class DifferenceHashing implements PhotoHashing {
  private static final Logger LOG = Logger.getLogger(DifferenceHashing.class);
  private static final Set<String> READABLE = Set.of("image/jpeg", "image/png");

  /** Points of a photo, twice those of most phones; larger ones are not unpacked. */
  static final long MOST_POINTS = 32_000_000;

  /** Points across and down that are read. */
  private static final int ENOUGH = 512;

  private static final int ACROSS = PerceptualHash.SIDE + 1;
  private static final int BYTE = 0xFF;

  @Override
  public synchronized Optional<PerceptualHash> of(byte[] photo, String mediaType) {
    if (!READABLE.contains(mediaType)) {
      return Optional.empty();
    }
    try (var bytes = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(bytes, true, true);
        return of(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // Nothing of it is evidence less; what it holds is not told to a log.
      LOG.debugf("a photo cannot be looked at: %s", e.getClass().getName());
      return Optional.empty();
    }
  }

  private static Optional<PerceptualHash> of(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width < ACROSS || height < ACROSS || (long) width * height > MOST_POINTS) {
      return Optional.empty();
    }
    ImageReadParam some = reader.getDefaultReadParam();
    some.setSourceSubsampling(step(width), step(height), 0, 0);
    return PerceptualHash.of(light(reader.read(0, some)));
  }

  private static int step(int points) {
    return Math.ceilDiv(points, ENOUGH);
  }

  /** The mean of each place, in thousandths. */
  private static int[][] light(BufferedImage image) {
    int[][] light = new int[PerceptualHash.SIDE][ACROSS];
    for (int y = 0; y < PerceptualHash.SIDE; y++) {
      for (int x = 0; x < ACROSS; x++) {
        light[y][x] =
            mean(
                image,
                x * image.getWidth() / ACROSS,
                (x + 1) * image.getWidth() / ACROSS,
                y * image.getHeight() / PerceptualHash.SIDE,
                (y + 1) * image.getHeight() / PerceptualHash.SIDE);
      }
    }
    return light;
  }

  private static int mean(BufferedImage image, int left, int right, int top, int bottom) {
    long sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += light(image.getRGB(x, y));
      }
    }
    return (int) (sum / Math.max(1, (long) (right - left) * (bottom - top)));
  }

  /** Rec. ITU-R BT.601, in thousandths of 255. */
  private static int light(int rgb) {
    int red = rgb >> 16 & BYTE;
    int green = rgb >> 8 & BYTE;
    return 299 * red + 587 * green + 114 * (rgb & BYTE);
  }
}
