package cn.doublerandom.paperkit;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF finds wrong with a paper. */
public final class PaperCheck {
  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private PaperCheck() {}

  /** Each breach of PDF/A-2b and PDF/UA-1, by its clause. */
  public static List<String> breaches(byte[] pdf) throws Exception {
    List<String> breaches = new ArrayList<>();
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_B, PDFAFlavour.PDFUA_1)) {
      try (PDFAParser parser =
              Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
          PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        ValidationResult result = validator.validate(parser);
        for (TestAssertion assertion : result.getTestAssertions()) {
          breaches.add(
              "%s %s: %s at %s"
                  .formatted(
                      flavour,
                      assertion.getRuleId().getClause(),
                      assertion.getMessage(),
                      assertion.getLocation().getContext()));
        }
        if (!result.isCompliant() && breaches.isEmpty()) {
          breaches.add(flavour + ": not compliant");
        }
      }
    }
    return breaches;
  }

  /** What the QR code on a sheet says, as a phone reads it from 200 dots an inch. */
  public static String code(PDDocument pdf, int sheet) throws Exception {
    BufferedImage picture = new PDFRenderer(pdf).renderImageWithDPI(sheet, 200);
    int width = picture.getWidth();
    int[] dots = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(width, picture.getHeight(), dots))),
            Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }
}
