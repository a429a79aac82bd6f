package cn.doublerandom.inspection.files;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.inspection.evidence.PerceptualHash;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A photo is known again however it was saved, and no other one is taken for it. */
class DifferenceHashingTest {
  private static final int ALLOWED = 6;

  private final DifferenceHashing hashing = new DifferenceHashing();

  /** A yard with things in it, lit from one side, with the grain of a camera. */
  private static BufferedImage yard(int seed) {
    var random = new Random(seed);
    var image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    Graphics2D paint = image.createGraphics();
    paint.setColor(new Color(random.nextInt(160) + 60, 140, random.nextInt(160) + 60));
    paint.fillRect(0, 0, 800, 600);
    for (int n = 0; n < 60; n++) {
      paint.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
      int wide = 20 + random.nextInt(250);
      int high = 20 + random.nextInt(200);
      int x = random.nextInt(800) - wide / 2;
      int y = random.nextInt(600) - high / 2;
      if (n % 2 == 0) {
        paint.fillOval(x, y, wide, high);
      } else {
        paint.fillRect(x, y, wide, high);
      }
    }
    paint.dispose();
    for (int n = 0; n < 50_000; n++) {
      int x = random.nextInt(800);
      int y = random.nextInt(600);
      image.setRGB(x, y, image.getRGB(x, y) ^ (random.nextInt(16) * 0x010101));
    }
    return image;
  }

  private static byte[] jpeg(BufferedImage image, float quality) {
    try {
      ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      var bytes = new ByteArrayOutputStream();
      try (var out = ImageIO.createImageOutputStream(bytes)) {
        writer.setOutput(out);
        writer.write(null, new IIOImage(image, null, null), how);
      }
      writer.dispose();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] png(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static BufferedImage smaller(BufferedImage image, int wide, int high) {
    var small = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    Graphics2D paint = small.createGraphics();
    paint.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    paint.drawImage(image, 0, 0, wide, high, null);
    paint.dispose();
    return small;
  }

  private PerceptualHash look(byte[] photo, String type) {
    return hashing.of(photo, type).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_photo_is_known_again_saved_anew_smaller_and_lighter(int seed) throws IOException {
    BufferedImage yard = yard(seed);
    PerceptualHash look = look(jpeg(yard, 0.95f), "image/jpeg");

    assertThat(look.apart(look(jpeg(yard, 0.3f), "image/jpeg"))).isLessThanOrEqualTo(ALLOWED);
    assertThat(look.apart(look(png(yard), "image/png"))).isLessThanOrEqualTo(ALLOWED);
    assertThat(look.apart(look(jpeg(smaller(yard, 400, 300), 0.8f), "image/jpeg")))
        .isLessThanOrEqualTo(ALLOWED);
    var lighter = new RescaleOp(1.05f, 8, null).filter(yard, null);
    assertThat(look.apart(look(jpeg(lighter, 0.8f), "image/jpeg"))).isLessThanOrEqualTo(ALLOWED);
  }

  @Test
  void no_other_photo_is_taken_for_it() {
    List<PerceptualHash> looks = new ArrayList<>();
    for (int seed = 0; seed < 40; seed++) {
      looks.add(look(jpeg(smaller(yard(seed), 200, 150), 0.8f), "image/jpeg"));
    }
    int nearest = PerceptualHash.SIDE * PerceptualHash.SIDE;
    for (int i = 0; i < looks.size(); i++) {
      for (int j = 0; j < i; j++) {
        nearest = Math.min(nearest, looks.get(i).apart(looks.get(j)));
      }
    }
    assertThat(nearest).isGreaterThan(5 * ALLOWED);
  }

  @Test
  void a_wall_and_the_dark_look_like_nothing() throws IOException {
    var dark = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    assertThat(hashing.of(jpeg(dark, 0.9f), "image/jpeg")).isEmpty();
    assertThat(hashing.of(png(dark), "image/png")).isEmpty();
  }

  @Test
  void what_is_no_photo_too_small_too_large_or_cut_off_has_no_look() throws IOException {
    byte[] photo = jpeg(yard(1), 0.9f);
    byte[] large = png(new BufferedImage(8_000, 5_000, BufferedImage.TYPE_BYTE_BINARY));

    assertThat(hashing.of(photo, "image/webp")).isEmpty();
    assertThat(hashing.of(photo, "video/mp4")).isEmpty();
    assertThat(hashing.of(photo, "image/png")).isEmpty();
    assertThat(hashing.of(Arrays.copyOf(photo, 40), "image/jpeg")).isEmpty();
    assertThat(hashing.of(png(smaller(yard(1), 16, 16)), "image/png")).isEmpty();
    assertThat(large.length).isLessThan(100_000);
    assertThat(hashing.of(large, "image/png")).as("forty million points").isEmpty();
  }

  @Test
  void it_is_written_as_sixty_four_digits_and_read_again() {
    PerceptualHash look = look(jpeg(yard(9), 0.9f), "image/jpeg");

    assertThat(look.hex()).matches("[0-9a-f]{64}");
    assertThat(PerceptualHash.of(look.hex())).isEqualTo(look);
    assertThat(look.rows()).hasSize(16);
    assertThat("%04x".formatted(look.rows()[0])).isEqualTo(look.hex().substring(0, 4));
    assertThat("%04x".formatted(look.rows()[15])).isEqualTo(look.hex().substring(60));
  }
}
