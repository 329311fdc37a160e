package io.personaagent.memory.text;

import io.personaagent.memory.episode.Text;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The terms that a text is found by: words of any script, lower-cased, without accents and English stop words, English words stemmed
 * and in American spelling,
 * Arabic without its vowel signs, Chinese, Japanese and Korean in pairs of characters. The same in every store, because no store does it itself. Thread-safe.
 */
public final class Terms {

    private static final CharArraySet STOP_WORDS = CharArraySet.unmodifiableSet(stopWords());

    /** The tokenizer takes some of them, such as the narrow no-break space, for a part of a word. */
    private static final Pattern BLANK = Pattern.compile("\\p{Z}");

    /** So that a favourite colour is found by who asks for a favorite color. */
    private static final Pattern BRITISH_OUR =
            Pattern.compile("(?<=^\\p{L}{3,20})our(?=(s|ed|ing|ful|less|able|al|ite|ites|hood)?$)");

    private Terms() {}

    /** The terms in the order of the text, repeated as they repeat; empty for a text without any. No term holds a blank. */
    public static List<String> of(String text) {
        StandardTokenizer words = new StandardTokenizer();
        words.setReader(new StringReader(BLANK.matcher(Text.clean(text)).replaceAll(" ")));
        TokenStream stream = new CJKBigramFilter(new CJKWidthFilter(words));
        stream = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(stream)));
        stream = new ArabicNormalizationFilter(stream);
        stream = new PatternReplaceFilter(stream, BRITISH_OUR, "or", false);
        stream = new PorterStemFilter(new StopFilter(stream, STOP_WORDS));
        return read(stream);
    }

    private static List<String> read(TokenStream stream) {
        List<String> terms = new ArrayList<>();
        try (stream) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return terms;
    }

    private static CharArraySet stopWords() {
        CharArraySet words = CharArraySet.copy(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        words.addAll(List.of(
                "i", "me", "my", "we", "our", "you", "your", "he", "him", "his", "she", "her", "its", "them", "what",
                "which", "who", "whom", "when", "where", "why", "how", "am", "been", "being", "do", "does", "did",
                "doing", "have", "has", "had", "would", "should", "could", "can", "from", "about", "so", "than", "too",
                "very", "just", "also", "were", "any", "some", "i'm", "i've", "i'll", "i'd", "you're", "you've",
                "you'll", "we're", "we've", "we'll", "they're", "don't", "doesn't", "didn't", "isn't", "aren't",
                "wasn't", "can't"));
        return words;
    }
}
