package cn.doublerandom.gateway;

import cn.doublerandom.pagekit.PageAddress;
import io.quarkus.qute.TemplateExtension;

/** Where a page of the gateway leads to; {@code at:} in a page, which never writes an address. */
@TemplateExtension(namespace = "at")
public final class Addresses {
  static final String SIGN_IN = "/signin";
  static final String SIGN_OUT = "/signout";

  /** Where the provider is told that somebody goes, by quarkus-oidc. */
  static final String PROVIDER_OUT = "/signin/out";

  static final String DESK = "/desk";
  static final String BOARD = "/board";
  static final String BOARD_EVENTS = "/board/events";
  static final String LOOK = "/look";
  static final String ROLE = "/role";
  static final String BUREAU = "/bureau";
  static final String HELP = "/help";
  static final String AUTHORITY = "/ca";
  static final String AUTHORITY_FILE = "/ca.crt";
  static final String ROBOTS = "/robots.txt";
  static final String SECURITY = "/.well-known/security.txt";

  private Addresses() {}

  static String signin() {
    return SIGN_IN;
  }

  static String signout() {
    return SIGN_OUT;
  }

  static String desk() {
    return DESK;
  }

  static String board() {
    return BOARD;
  }

  static String boardEvents() {
    return BOARD_EVENTS;
  }

  static String authority() {
    return AUTHORITY;
  }

  static String authorityFile() {
    return AUTHORITY_FILE;
  }

  /** The handbook. */
  static String help() {
    return HELP;
  }

  /** How somebody reads: kept, and back to where he was. */
  static String look(String what, String value, PageAddress to) {
    return PageAddress.of(LOOK).with(what, value).with("to", to).toString();
  }

  /** In which of his roles somebody acts. */
  static String role() {
    return ROLE;
  }

  /** In which of his bureaus somebody acts. */
  static String bureau() {
    return BUREAU;
  }

  /** The page on trust in the other language. */
  static String otherLook(boolean english) {
    return look("lang", english ? "zh" : "en", PageAddress.of(AUTHORITY));
  }

  static String portal() {
    return "/";
  }

  static String verify() {
    return "/draw/ui/verify";
  }

  static String fairness() {
    return "/draw/ui/fairness";
  }

  static String anchors() {
    return "/anchors";
  }

  static String search() {
    return "/publication/ui/search";
  }

  static String guide() {
    return "/publication/ui/guide";
  }
}
