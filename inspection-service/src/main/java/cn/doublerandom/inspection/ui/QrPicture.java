package cn.doublerandom.inspection.ui;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.page.PublicAddress;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address as a picture a phone reads from another phone (ISO/IEC 18004).
 *
 * @param size of the square, in modules, with the four around it that the standard asks for
 * @param path of the dark modules, as SVG draws it
 */
public record QrPicture(int size, String path) {
  private static final int QUIET_MODULES = 4;

  static QrPicture of(String address) {
    BitMatrix modules = modules(address);
    var path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return new QrPicture(modules.getWidth(), path.toString());
  }

  /** For the camera of the subject; none where the installation does not know its own address. */
  static @Nullable QrPicture ofDoor(PublicAddress published, String code, String visitId) {
    return published
        .of(
            PageAddress.of(InspectionPlaces.door(code))
                .with("bureau", BureauKey.ofId(visitId).map(BureauKey::text).orElse(""))
                .toString())
        .map(QrPicture::of)
        .orElse(null);
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
              Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.MARGIN, QUIET_MODULES));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a code: " + address, e);
    }
  }
}
