package cn.doublerandom.publication.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.publication.application.OpenFeed;
import cn.doublerandom.publication.opendata.OpenChange;
import cn.doublerandom.publication.opendata.OpenPlaces;
import cn.doublerandom.publication.result.Ending;
import cn.doublerandom.publication.result.ResultNotice;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Changes of notices as a feed (RFC 4287). */
final class AtomFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final Bureau bureau;
  private final UnaryOperator<String> whole;

  /**
   * @param whole from a place to the address it has
   */
  AtomFeed(Bureau bureau, UnaryOperator<String> whole) {
    this.bureau = bureau;
    this.whole = whole;
  }

  /**
   * The feed.
   *
   * @param changes newest first
   */
  byte[] of(List<OpenFeed.Changed> changes) {
    var out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, UTF_8.name());
      xml.writeStartDocument(UTF_8.name(), "1.0");
      xml.setDefaultNamespace(ATOM);
      xml.writeStartElement(ATOM, "feed");
      xml.writeDefaultNamespace(ATOM);
      xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", "zh");
      text(xml, "id", id("feed"));
      text(xml, "title", bureau.name() + "双随机、一公开公告");
      text(
          xml,
          "updated",
          (changes.isEmpty() ? Instant.EPOCH : changes.getFirst().change().at()).toString());
      link(xml, "self", OpenPlaces.feed());
      link(xml, "alternate", OpenPlaces.page());
      xml.writeStartElement(ATOM, "author");
      text(xml, "name", bureau.name());
      xml.writeEndElement();
      text(xml, "rights", OpenPlaces.LICENCE);
      for (OpenFeed.Changed changed : changes) {
        entry(xml, changed);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed is written to memory", e);
    }
    return out.toByteArray();
  }

  private void entry(XMLStreamWriter xml, OpenFeed.Changed changed) throws XMLStreamException {
    OpenChange change = changed.change();
    xml.writeStartElement(ATOM, "entry");
    text(xml, "id", id(change.key()));
    text(xml, "title", title(changed));
    text(xml, "updated", change.at().toString());
    link(xml, "alternate", OpenPlaces.notice(change));
    xml.writeEndElement();
  }

  private static String title(OpenFeed.Changed changed) {
    if (changed.result() != null) {
      ResultNotice result = changed.result().result();
      if (result.ended().isPresent()) {
        return "检查结果公告：" + result.content().resultId() + ended(result.ended().get());
      }
      // What was found does not hold: a reader of the feed sees its title alone.
      return "检查结果公告："
          + result.subjectName()
          + (isWithdrawn(result) ? "" : "，" + result.text())
          + state(result);
    } else if (changed.draw() != null) {
      String task = changed.draw().planned().task().taskName();
      return "抽查任务公告：" + (task.isEmpty() ? "" : task + "，") + changed.change().id();
    } else if (changed.bulletin() != null) {
      return "通报公告："
          + changed.bulletin().heading()
          + (changed.bulletin().withdrawn() == null ? "" : "（已撤销）");
    } else if (changed.plan() != null) {
      return "抽查工作计划公告：" + changed.plan().heading();
    }
    return "实施方案公告："
        + (changed.programme() == null ? changed.change().id() : changed.programme().title());
  }

  private static String ended(Ending ended) {
    return switch (ended.cause()) {
      case PERIOD_OVER -> "（公示期满）";
      case REPAIRED -> "（已信用修复）";
    };
  }

  private static boolean isWithdrawn(ResultNotice result) {
    ResultNotice.Published published = result.published();
    return published != null && published.withdrawn() != null;
  }

  private static String state(ResultNotice result) {
    if (isWithdrawn(result)) {
      return "（已撤销）";
    }
    ResultNotice.Published published = result.published();
    return published == null || published.versionsBefore().isEmpty() ? "" : "（已更正）";
  }

  /** The same for ever, whatever the installation is called. */
  private String id(String of) {
    return "urn:uuid:"
        + UUID.nameUUIDFromBytes(
            ("dr/open-data/" + bureau.key().text() + "/" + of).getBytes(UTF_8));
  }

  private static void text(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(ATOM, name);
    xml.writeCharacters(readable(text));
    xml.writeEndElement();
  }

  private void link(XMLStreamWriter xml, String rel, String place) throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", whole.apply(place));
  }

  /** Without what XML 1.0 cannot say at all. */
  private static String readable(String text) {
    return text.replaceAll(
        "[^\\x{9}\\x{a}\\x{d}\\x{20}-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]", "�");
  }
}
