package cn.doublerandom.paperkit;

import cn.doublerandom.pagekit.KitFile;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as the renderer wants it: read strictly, its chapters as bookmarks. */
final class Markup {
  /** What browsers want before a page. */
  private static final String TYPE = "<!DOCTYPE html>";

  /** What follows it in the style sheet is for browsers alone. */
  private static final String BROWSERS = "\n@supports";

  /** A sheet for wide tables; a name for it would leave the text as narrow as an upright one's. */
  private static final String ON_ITS_SIDE =
      "@page { size: A4 landscape; margin: 15mm 15mm 34mm 15mm }";

  private Markup() {}

  static Document of(String page) {
    try {
      DocumentBuilder reader = reader();
      reader.setErrorHandler(null);
      Document document = reader.parse(new InputSource(new StringReader(withoutType(page))));
      style(document);
      bookmark(document);
      return document;
    } catch (SAXException e) {
      throw new IllegalArgumentException("the template of a paper is well-formed XML", e);
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String withoutType(String page) {
    return page.startsWith(TYPE) ? page.substring(TYPE.length()) : page;
  }

  /** What declares a type could declare entities too. */
  private static DocumentBuilder reader() throws ParserConfigurationException {
    var factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder();
  }

  /** The style sheet a browser fetches by its address stands in the page here. */
  private static void style(Document document) {
    Node head = document.getElementsByTagName("head").item(0);
    NodeList links = document.getElementsByTagName("link");
    while (links.getLength() > 0) {
      head.removeChild(links.item(0));
    }
    Element style = document.createElement("style");
    String text = KitFile.PAPER.text();
    Element body = (Element) document.getElementsByTagName("body").item(0);
    style.setTextContent(
        text.substring(0, text.indexOf(BROWSERS))
            + (body.getAttribute("class").equals("wide") ? ON_ITS_SIDE : ""));
    head.appendChild(style);
  }

  /** Each chapter is one, the title the first. */
  private static void bookmark(Document document) {
    Element bookmarks = document.createElement("bookmarks");
    for (String level : new String[] {"h1", "h2"}) {
      NodeList heads = document.getElementsByTagName(level);
      for (int i = 0; i < heads.getLength(); i++) {
        Element head = (Element) heads.item(i);
        String id = level + "-" + i;
        head.setAttribute("id", id);
        Element bookmark = document.createElement("bookmark");
        bookmark.setAttribute("name", head.getTextContent().strip());
        bookmark.setAttribute("href", "#" + id);
        bookmarks.appendChild(bookmark);
      }
    }
    document.getElementsByTagName("head").item(0).appendChild(bookmarks);
  }
}
