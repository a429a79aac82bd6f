package cn.doublerandom.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened at the door of a gateway: somebody came in, went, chose another of his roles or
 * bureaus, or was refused. Its canonical text is what the next entry of the same book names by its
 * hash.
 *
 * @param account who; empty where nobody we know, for what was typed there may be a password
 * @param at to the second, by the clock of the gateway, UTC
 * @param book the file of the gateway it stands in, 16 hex digits
 * @param bureau the one he acts in; empty for all of his token
 * @param code of the refusal; empty where none
 * @param gateway number of the gateway, 1 to 3
 * @param number in its book, from 1 and without gaps
 * @param previous SHA-256 of the canonical text of the entry before, 64 hex digits; zeros where it
 *     is the first
 * @param principal whom he acts for from then on (代理); absent where he acts for himself
 * @param role the one he acts in; empty for all of his token
 * @param source network of the browser: the first 24 bits of an IPv4 address, 48 of IPv6; empty
 *     where many are counted together
 * @param times how often it happened within a minute; 1 but for refusals
 * @param what SIGNED_IN, SIGNED_OUT, SWITCHED or REFUSED
 */
public record SignInTold(
    String account,
    Instant at,
    String book,
    String bureau,
    String code,
    int gateway,
    long number,
    String previous,
    @Nullable String principal,
    String role,
    String source,
    long times,
    String what)
    implements IntegrationEvent {}
