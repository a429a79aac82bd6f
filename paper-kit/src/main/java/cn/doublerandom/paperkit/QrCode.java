package cn.doublerandom.paperkit;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** An address as a picture a phone reads from paper (ISO/IEC 18004). */
final class QrCode {
  /** The standard asks for four modules around it. */
  private static final int QUIET_MODULES = 4;

  /** Printed at 20 mm each module is some dots wide on any printer. */
  private static final int DOTS_PER_MODULE = 4;

  private static final int WHITE = 0xffffff;

  private QrCode() {}

  static String dataUri(String address) {
    BitMatrix modules = modules(address);
    int width = modules.getWidth() * DOTS_PER_MODULE;
    var picture = new BufferedImage(width, width, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < width; y++) {
      for (int x = 0; x < width; x++) {
        if (!modules.get(x / DOTS_PER_MODULE, y / DOTS_PER_MODULE)) {
          picture.setRGB(x, y, WHITE);
        }
      }
    }
    var png = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }

  private static BitMatrix modules(String address) {
    try {
      // The least size there is: one dot for each module.
      return new QRCodeWriter()
          .encode(
              address,
              BarcodeFormat.QR_CODE,
              1,
              1,
              Map.of(
                  EncodeHintType.CHARACTER_SET,
                  "UTF-8",
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  QUIET_MODULES));
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code holds " + address.length() + " characters", e);
    }
  }
}
