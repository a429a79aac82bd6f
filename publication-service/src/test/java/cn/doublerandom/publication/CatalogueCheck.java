package cn.doublerandom.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;

/** A description of open data, asked by a program that is not ours what DCAT-AP asks (SHACL). */
public final class CatalogueCheck {
  private static final String BASE = "https://jtj.example/";
  private static final Shapes SHAPES = shapes();

  private CatalogueCheck() {}

  private static Shapes shapes() {
    Graph all = GraphFactory.createDefaultGraph();
    Arrays.stream(System.getProperty("dcat-ap.shapes", "dcat-ap/shapes.ttl").split(",", -1))
        .forEach(file -> RDFDataMgr.read(all, file));
    return Shapes.parse(all);
  }

  /** What of it DCAT-AP refuses, each with the place and the property; empty where nothing is. */
  public static List<String> breaches(String jsonLd) {
    Graph said = RDFParser.create().fromString(jsonLd).lang(Lang.JSONLD11).base(BASE).toGraph();
    assertThat(said.size()).as("statements").isPositive();
    return ShaclValidator.get().validate(SHAPES, said).getEntries().stream()
        .map(one -> one.focusNode() + " " + one.resultPath() + " " + one.message())
        .sorted()
        .collect(Collectors.toList());
  }

  /** The same of what is served. */
  public static List<String> breaches(byte[] jsonLd) {
    return breaches(new String(jsonLd, UTF_8));
  }
}
