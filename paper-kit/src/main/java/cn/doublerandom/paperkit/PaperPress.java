package cn.doublerandom.paperkit;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.w3c.dom.Document;

/**
 * Prints a page of a template as a PDF for decades: PDF/A-2b (ISO 19005-2) and PDF/UA-1 (ISO
 * 14289-1), its typeface inside, its text to be searched and read aloud, its chapters as bookmarks.
 * The same page gives the same bytes: the file knows no time but the day of its {@link Imprint}.
 * Blocks.
 */
public final class PaperPress {
  private static final String NOWHERE = "paper:/";
  private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  static {
    // It tells each step it takes; what matters of that is refused below.
    XRLog.setLoggerImpl(new Quiet());
  }

  private PaperPress() {}

  /**
   * The page as a PDF.
   *
   * @param page well-formed XML made by a template: everything a person wrote is escaped in it
   */
  public static byte[] pdf(String page, Imprint imprint) {
    Document document = Markup.of(Typeface.known().shown(page));
    var builder =
        new PdfRendererBuilder()
            .withW3cDocument(document, NOWHERE)
            .usePdfAConformance(PdfAConformance.PDFA_2_B)
            .usePdfUaAccessibility(true)
            .useColorProfile(COLOURS)
            .withProducer("double-random")
            .useFont(Typeface.known()::file, Typeface.FAMILY, 400, FontStyle.NORMAL, true)
            // A paper fetches nothing: its style and its pictures stand in it.
            .useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null)
            .withDiagnosticConsumer(PaperPress::refuseFaults);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
        PDDocument pdf = renderer.createPDFKeepOpen()) {
      date(pdf, imprint);
      var bytes = new ByteArrayOutputStream();
      pdf.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  /** The numbers of the signs of a page the typeface lacks, ascending; empty where it has all. */
  public static String lacking(String page) {
    return Typeface.known().lacking(page).stream()
        .map(Typeface::number)
        .collect(Collectors.joining("、"));
  }

  /** What the renderer warns of, a sheet would lack: its style, a picture, its letters. */
  private static void refuseFaults(Diagnostic diagnostic) {
    if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
      throw new IllegalStateException(diagnostic.getFormattedMessage());
    }
  }

  /** The renderer writes when it ran; a paper is of the day of what it tells. */
  private static void date(PDDocument pdf, Imprint imprint) throws IOException {
    var day = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    day.setTimeInMillis(imprint.time().toEpochMilli());
    pdf.getDocumentInformation().setCreationDate(day);
    PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
    String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    metadata.importXMPMetadata(
        xmp.replaceAll(
                "<xmp:CreateDate>[^<]*</xmp:CreateDate>",
                "<xmp:CreateDate>" + imprint.time() + "</xmp:CreateDate>")
            .getBytes(StandardCharsets.UTF_8));
    pdf.setDocumentId(imprint.time().toEpochMilli());
  }

  private static final class Quiet implements XRLogger {
    @Override
    public void log(String where, Level level, String message) {}

    @Override
    public void log(String where, Level level, String message, Throwable thrown) {}

    @Override
    public void setLevel(String logger, Level level) {}

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
      return false;
    }
  }
}
