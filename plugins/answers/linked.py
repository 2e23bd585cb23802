"""A question with its answer as linked data: schema.org's QAPage, in JSON that may stand in a page."""

import json

from plugins.model.answer import Answer, AnswerKind, plain


def question_data(answer: Answer, domain: str, unit: str) -> str:
    """JSON-LD of a question; empty for a complaint, whose result is no answer to a question."""
    if answer.kind is not AnswerKind.QUESTION:
        return ""
    address = f"{domain}/{answer.path}"
    author = {"@type": "GovernmentOrganization", "name": unit, "url": f"{domain}/"}
    data = {
        "@context": "https://schema.org",
        "@type": "QAPage",
        "inLanguage": "vi",
        "mainEntity": {
            "@type": "Question",
            "name": answer.title,
            "text": plain(answer.question.html),
            "datePublished": answer.asked.isoformat(),
            "answerCount": 1,
            "acceptedAnswer": {
                "@type": "Answer",
                "text": plain(answer.reply.html),
                "datePublished": answer.answered.isoformat(),
                "url": address,
                "author": author,
            },
        },
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\x02", "").replace("<", "\\u003c")
