/**
 * How a paper is made: one page of HTML becomes the PDF that is signed, sealed and kept for decades
 * (PDF/A-2b, PDF/UA-1). It knows no rule and no address; what a paper says stands in the template
 * and the words of the service it belongs to.
 */
@NullMarked
package cn.doublerandom.paperkit;

import org.jspecify.annotations.NullMarked;
