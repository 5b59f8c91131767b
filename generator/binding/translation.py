"""Keys and choices of a document in English names, and what is wrong with their spelling and shape.

A walk goes over a document once, before anything is validated. What it says of a value is said:
the value becomes `Unread`, and what validation would find there is the same mistake again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import eq

from generator import source
from generator.binding import added_columns, reshaping, run_in, stray_quotes
from generator.binding.reshaping import Shape
from generator.binding.synonyms import Synonym, synonym
from generator.binding.understanding import entry
from generator.binding.walk import Walk, Way, is_blank, is_hollow
from generator.diagnostics import Diagnostic, Location, Severity
from generator.schema.languages import Language
from generator.schema.vocabulary import Term, Vocabulary, spelt, vocabulary
from generator.source import At, Plain, dotted, quoted
from generator.values.choices import AROUND, ticked
from generator.values.lookalikes import as_typed, told
from generator.values.text import nearest, shown

_UNIT = "unit"


def _alike(key: str, known: Sequence[str]) -> str:
    """The only key as long as this one that has half of its signs in their places."""
    near = [
        word
        for word in known
        if len(word) == len(key) and 2 * sum(map(eq, word, key)) >= len(key) > 1
    ]
    return near[0] if len(near) == 1 else ""


def _within(key: str, terms: Vocabulary, language: Language) -> str:
    """The only block directly here that has such a key."""
    blocks = [
        term.key(language)
        for term in terms.terms.values()
        if term.model and not term.many and key in vocabulary(term.model).by_key[language]
    ]
    return blocks[0] if len(blocks) == 1 else ""


def _same(key: str, right: str) -> bool:
    """Whether a key is another one but for blanks in it and signs that look alike."""
    return "".join(as_typed(key).split()).strip("*＊:：“”‘’「」'\"") == right


@dataclass(slots=True)
class Translation(Walk):
    """One walk over a document: English names out, faults of spelling and shape collected."""

    misspelt: set[At] = field(default_factory=set)
    """English paths of blocks with an unknown key: a field missing there is that key."""
    strangers: dict[At, Plain] = field(default_factory=dict)
    """What stands under unknown keys, by the path of the block and the key as typed."""
    terms: Vocabulary | None = None
    """Of the whole document."""

    def block(self, data: Mapping[str, Plain], terms: Vocabulary, way: Way) -> dict[str, object]:
        """A mapping in English names, what stands in it included."""
        known = terms.by_key[self.language]
        block: dict[str, object] = {}
        for key, value in data.items():
            term = known.get(key)
            if term is None:
                self._unknown(key, terms, data, way)
            elif value is not None:
                here = way.down(key, term.name)
                block[term.name] = self.member(term, value, here, terms)
                if term.prose and isinstance(value, str) and run_in.ENTRY.search(value):
                    self._run_in(value, known, data, here)
        return block

    def _run_in(
        self, value: str, known: Mapping[str, Term], data: Mapping[str, Plain], way: Way
    ) -> None:
        """Say that a text in brackets seems to hold what belongs to other keys beside it."""
        text = run_in.apart(value, known, data)
        if text is None or not self.document.is_in_brackets(way.typed):
            return
        key = way.typed[-1]
        self.say(
            "entry-in-text", way, f"「{key}」的文字「{shown(value)}」里像是写进了另一项内容",
            "各项之间用英文逗号「,」，名称后面用英文冒号加一个空格；"
            "确是文字的，请给整段文字加上英文双引号",
            found=shown(value), severity=Severity.HINT,
            fixes=(
                self.document.raw_fix(way.typed, text, is_sure=False),
                self.document.raw_fix(way.typed, quoted(value), is_sure=False),
            ),
        )  # fmt: skip

    def covers(self, at: At, *, missing: bool) -> bool:
        """Whether a fault at an English path, or that nothing is there, has been said already."""
        if missing and at[:-1] in self.misspelt:
            return True
        return any(at[:length] in self.wrong for length in range(1, len(at) + 1))

    def member(self, term: Term, value: Plain, way: Way, beside: Vocabulary) -> object:
        """What stands under the key of a term, which is one of those beside it."""
        if term.columns and isinstance(value, dict):
            return added_columns.read(self, term, value, beside, way)
        if not term.many:
            return self._value(term, value, way)
        if isinstance(value, list):
            return tuple(self._item(term, item, way.down(n, n)) for n, item in enumerate(value))
        example = (
            "" if isinstance(value, dict) or term.model else f"，或写成 [{shown(value or '')}]"
        )
        return self._shape(term, value, way, "应填写列表", f"每项另起一行，以「- 」开头{example}")

    def _item(self, term: Term, item: Plain, way: Way) -> object:
        """One of a list; a block in which nothing is filled in is of no use, whatever it is for."""
        if term.model is not None and isinstance(item, dict) and is_hollow(item):
            return self.hollow(term.key(self.language), item, way)
        return self._value(term, item, way)

    def _value(self, term: Term, value: Plain, way: Way) -> object:
        if term.model is not None or term.columns:
            if term.model is not None and isinstance(value, dict):
                return self.block(value, vocabulary(term.model), way)
            return self._shape(term, value, way, "应填写一组「键: 值」", "把内容缩进写在下一行")
        if is_blank(value):
            required = term.required and not (way.typed and isinstance(way.typed[-1], int))
            return self.empty(term.key(self.language), value, way, required=required)
        if not isinstance(value, str):
            return self._shape(
                term, value, way, "应只填写一个值", "请写文字或数字，不写列表或下级内容"
            )
        return self._text(term, value, way)

    def _text(self, term: Term, value: str, way: Way) -> object:
        if term.choice is not None:
            return self._choice(term, value, way)
        if term.listed and self.lexicon.words.get(term.listed):
            return self._word(term, value, way)
        key, notation = term.key(self.language), term.notation
        if not term.prose:
            return self.narrow(key, value, way, notation)
        if stray_quotes.may_hold(value):
            self._stray(term, value, way)
        return value

    def _stray(self, term: Term, value: str, way: Way) -> None:
        """Say that a text has one quote alone; a unit has none at all."""
        key = term.key(self.language)
        unit = stray_quotes.of_unit(value) if term.name.endswith(_UNIT) else None
        meant = stray_quotes.readings(value) if unit is None else (unit,)
        if not meant:
            return
        entries = "或".join(entry(key, shown(one)) for one in meant)
        self.say(
            "quote-alone", way, f"「{key}」填写的「{shown(value)}」只有半边引号，或引号不成对"
            if unit is None else f"「{key}」填写的「{shown(value)}」带有引号",
            f"请写成{entries}", found=value, severity=Severity.HINT,
            fixes=(self.document.fix(way.typed, one, is_sure=len(meant) == 1) for one in meant),
        )  # fmt: skip

    def _choice(self, term: Term, value: str, way: Way) -> object:
        if (choice := term.value(value, self.language)) is not None:
            return choice
        stranger = term.value(value, self.language.other)
        if stranger is not None:
            return self.foreign(value, spelt(stranger, self.language), way)
        words = term.words(self.language)
        meant = term.choice.meant(value) if term.choice else None
        sure = spelt(meant, self.language) if meant else None
        guess = sure or term.guess(as_typed(value), self.language)
        return self.no_choice(term.key(self.language), value, words, guess, way, meant=sure)

    def _word(self, term: Term, value: str, way: Way) -> object:
        """The label of a word that another file declares, however it is written here.

        Nothing is said of one that stands in a file that cannot be read.
        """
        word = self.lexicon.word(term.listed, value)
        if word is not None and value == word.spelt(self.language.other) != word.spelt(
            self.language
        ):
            return self.foreign(value, word.spelt(self.language), way)
        if word is not None:
            return word.label
        if self.lexicon.may_hold(term.listed, value):
            return self.reported(value, way)
        words = self.lexicon.labels(term.listed, self.language)
        bare = as_typed(ticked(value) or value).strip(AROUND)
        guess = nearest(bare, words)
        sure = bare if bare in words else None
        return self.no_choice(term.key(self.language), value, words, guess, way, meant=sure)

    def _unknown(self, key: str, terms: Vocabulary, data: Mapping[str, Plain], way: Way) -> None:
        self.misspelt.add(way.english)
        self.strangers[*way.english, key] = data[key]
        foreign = terms.by_key[self.language.other]
        stranger = foreign.get(key) or foreign.get(key.casefold())
        meant = self._synonym(key, terms, data, way)
        known = [word for word in terms.by_key[self.language] if word not in data]
        if stranger is not None:
            right = stranger.key(self.language)
            rule, message = "mixed-languages", f"键「{key}」与文件其余部分的语言不一致"
            remedy = f"请写「{right}」，一个文件只用一种语言"
        elif (holder := self._holder(key, terms)) is not None:
            right, within = f"{holder}.{key}", shown(key)
            rule, message = "unknown-field", f"「{within}」是一些表另有的栏目，不直接写在这里"
            remedy = f"请写在「{holder}」里：{holder}: {{{within}: …}}"
        elif meant is not None:
            right = meant.term.key(self.language)
            rule, message = "unknown-field", f"没有名为「{shown(key)}」的键"
            remedy = f"请写「{right}」" if meant.is_sure else f"是否应为「{right}」？"
        else:
            right = nearest(as_typed(key), known) or _alike(key, known)
            rule, message = "unknown-field", f"没有名为「{shown(key)}」的键{told(key)}"
            remedy = f"是否应为「{right}」？" if right else f"此处还可以填写：{'、'.join(known)}"
            if not right and (within := _within(key, terms, self.language)):
                remedy = (
                    f"「{shown(key)}」填写在「{within}」里：请移到「{within}」下面，缩进两个空格"
                )
        here = way.down(key, stranger.name if stranger else key)
        is_told = stranger is not None or (meant is not None and meant.is_sure)
        is_sure = right not in data and (is_told or _same(key, right))
        fix = self.document.key_fix(here.typed, right, is_sure=is_sure) if right else None
        self.say(rule, here, message, remedy, found=key, expected=right, at_key=True, fixes=(fix,))

    def _synonym(
        self, key: str, terms: Vocabulary, data: Mapping[str, Plain], way: Way
    ) -> Synonym | None:
        """The field that forms call so; what is one sign off a key here is no other name."""
        known = terms.by_key[self.language]
        if any(_same(key, word) for word in known):
            return None
        return synonym(key, data[key], terms, data, way.english, self.language, self.lexicon)

    def _holder(self, key: str, terms: Vocabulary) -> str | None:
        """The key under which a column of this name belongs here, if one is declared."""
        holders = (term for term in terms.terms.values() if term.columns)
        found = (term for term in holders if self.lexicon.column(term.columns, key) is not None)
        return next((term.key(self.language) for term in found), None)

    def _shape(self, term: Term, value: Plain, way: Way, message: str, remedy: str) -> object:
        """Say that something else was wanted; of a text, which of its lines were to be that."""
        if is_blank(value):
            return self.empty(term.key(self.language), value, way)
        inside, location = f"「{term.key(self.language)}」中", self.document.location(way.typed)
        said = [
            (
                Location(location.path, *slip.mark),
                slip.message,
                slip.remedy,
                tuple(slip.fixes(line)),
            )
            for slip, line in self.document.slips(way.typed)
        ]
        inline = reshaping.braced(term, value, self.language) if isinstance(value, str) else None
        if inline is not None and way.typed and (not term.many or isinstance(way.typed[-1], int)):
            remedy = "请改用英文的花括号、冒号和逗号，冒号和逗号后面空一格"
            fix = self.document.raw_fix(way.typed, inline) if inline else None
            said = [(location, "用了全角的花括号「｛」「｝」", remedy, tuple(filter(None, (fix,))))]
        if not said:
            shapes = self._shapes(term, value, way)
            if isinstance(value, str) and (slip := source.slip_in(value)):
                message, remedy = slip.message, slip.remedy
            elif shapes:
                remedy = reshaping.remedy(term.key(self.language), shapes) or remedy
            elif term.name == reshaping.FINDINGS and term.model is None:
                names = "、".join(self._names()) or "无"
                remedy = f"请逐个写出编号，如 [w1, w2]；已有的问题编号：{names}"
            said = [(location, message, remedy, reshaping.fixes(self.document, way.typed, shapes))]
        for where, what, right, fixes in said:
            self.faults.append(
                Diagnostic(
                    "wrong-shape", Severity.ERROR, where, f"{inside}{what}", right,
                    dotted(way.english), fixes=fixes,
                )
            )  # fmt: skip
        return self.reported(value, way)

    def _shapes(self, term: Term, value: Plain, way: Way) -> tuple[Shape, ...]:
        """The shapes in which a text may be meant where something else was wanted."""
        if not isinstance(value, str):
            return ()
        indent = self.document.key_location(way.typed).column + 1
        return reshaping.shapes(term, value, self.language, indent, tuple(self._names()))

    def _names(self) -> Iterator[str]:
        """The ids of the file's problems, where it has any."""
        term = self.terms.terms.get(reshaping.FINDINGS) if self.terms else None
        if term is None or term.model is None:
            return
        key = vocabulary(term.model).terms["id"].key(self.language)
        problems = self.document.data.get(term.key(self.language))
        for problem in problems if isinstance(problems, list) else ():
            name = problem.get(key) if isinstance(problem, dict) else None
            if isinstance(name, str):
                yield name
