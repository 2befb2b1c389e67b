/** The script beside spaCy’s training lines. Its offsets are Python’s own: code points. */
export const docbinScript = `"""Makes train.spacy, spaCy's binary training data, of train.jsonl. Spans that do not
fall on spaCy's tokens are widened to them.

    python make_docbin.py [language] [train.jsonl] [train.spacy]
"""
import json
import sys

import spacy
from spacy.tokens import DocBin
from spacy.util import filter_spans

language, source, target = sys.argv[1:] + ["en", "train.jsonl", "train.spacy"][len(sys.argv) - 1 :]
nlp = spacy.blank(language)
docs = DocBin()


def spans_of(doc, triples):
    spans = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in triples]
    return [span for span in spans if span is not None]


with open(source, encoding="utf-8") as lines:
    for line in lines:
        record = json.loads(line)
        doc = nlp.make_doc(record["text"])
        doc.ents = filter_spans(spans_of(doc, record["entities"]))
        for group, triples in record["spans"].items():
            doc.spans[group] = spans_of(doc, triples)
        doc.cats = record["cats"]
        docs.add(doc)

docs.to_disk(target)
print(f"{len(docs)} documents in {target}")
`;
