"""Makes the tables of pinyin in ``reader/domain`` from pypinyin: ``python -m tests.tools.pinyin_readings``.

The library itself takes a second and 56 MB to load, which a window that only looks for a headline should not pay; what
a search needs of it, syllables without tones and the words in which a character is read otherwise, is small.

A word is kept where its characters taken one by one, or by the shorter words in it, would be read otherwise; a short
one also where they could be. Readings that are spelt alike but for the tone are one.
"""

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from unicodedata import east_asian_width

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

from reader.domain.fold import fold
from reader.domain.syllables import plain_syllable, read

_DOMAIN = Path(__file__).resolve().parents[2] / "reader" / "domain"
CHARACTERS, WORDS = _DOMAIN / "pinyin_characters.py", _DOMAIN / "pinyin_words.py"
_BLOCKS = (range(0x3007, 0x3008), range(0x4E00, 0xA000))
_LONGEST = 4
_WIDTH = 110

COMMON = (
    "差cha,chai 劲jin,jing 卜bu,bo 模mo,mu 似si,shi 佛fo,fu 刹cha,sha 匙chi,shi 朝chao,zhao 长chang,zhang "
    "宿su,xiu 藏cang,zang 弹dan,tan 行xing,hang 扎zha,za 还hai,huan 省sheng,xing 折zhe,she 降jiang,xiang "
    "传chuan,zhuan 觉jue,jiao 都dou,du 重zhong,chong 恶e,wu 率lv,shuai 校xiao,jiao 调diao,tiao 咽yan,ye 塞sai,se "
    "乐le,yue 便bian,pian 曾zeng,ceng 着zhe,zhao,zhuo 称cheng,chen 粘zhan,nian 否fou,pi 蔓man,wan 辟pi,bi "
    "露lu,lou 蛤ha,ge 纶lun,guan 阿a,e 泊bo,po 肋lei,le 勒le,lei 薄bo,bao 参can,shen,cen 伺si,ci 臭chou,xiu "
    "没mei,mo 槛kan,jian 剥bo,bao 给gei,ji 畜chu,xu 谁shui,shei 轧zha,ya 纤xian,qian 壳ke,qiao 仔zi,zai 贾jia,gu "
    "柏bai,bo 朴pu,piao,po 嚼jiao,jue 圈quan,juan 栅zha,shan 卡ka,qia 陆lu,liu 颤chan,zhan 削xue,xiao 刨pao,bao "
    "扛kang,gang 堡bao,pu,bu 扒ba,pa 吓xia,he 屏ping,bing 拓tuo,ta 澄cheng,deng 茄qie,jia 辗zhan,nian "
    "落luo,la,lao 抹mo,ma 曝bao,pu 栖qi,xi 解jie,xie 系xi,ji 角jiao,jue 巷xiang,hang 尉wei,yu 仇qiu,chou "
    "查cha,zha 盛sheng,cheng 核he,hu 厦sha,xia 绿lv,lu 单dan,shan 区qu,ou 覃qin,tan 种zhong,chong 繁fan,po "
    "秘mi,bi 翟zhai,di 盖gai,ge 召zhao,shao 员yuan,yun 缪miao,mou 牟mou,mu 莘shen,xin 叶ye,xie 番fan,pan 六liu,lu "
    "蚌bang,beng 莞guan,wan 浒hu,xu 埔pu,bu 沈shen,chen 圩wei,xu 筠yun,jun 荥xing,ying 铅qian,yan 侗dong,tong "
    "涡wo,guo 枞cong,zong 歙she,xi 渑mian,sheng 殷yin,yan 晟sheng,cheng 娜na,nuo 茜qian,xi 俞yu,shu 褚chu,zhu "
    "禅chan,shan 奇qi,ji 脉mai,mo 约yue,yao 熟shu,shou 虹hong,jiang 吁yu,xu 尿niao,sui 椎zhui,chui 钥yao,yue "
    "囤dun,tun 磅bang,pang 什shen,shi 术shu,zhu 择ze,zhai 镐hao,gao 冯feng,ping 血xue,xie 缩suo,su"
)
"""Characters with several readings that people use, in names and places too; the first is taken where all are one."""


_MADE = """

Made by ``tests/tools/pinyin_readings.py`` from the tables of pypinyin (https://github.com/mozillazg/python-pinyin, MIT
License); not to be edited by hand."""
_MODULE = '''"""{says}
"""

{name} = (
{lines}
)
'''
_CHARACTERS_SAY = f"""How characters are read where no word says otherwise, for ``domain/syllables.py``.{_MADE}
An entry has syllables of Hanyu Pinyin without tones, the likeliest first, and the characters that are read so."""
_WORDS_SAY = f"""Words that say how their characters are read, for ``domain/syllables.py``.{_MADE}
A syllable stands behind each character that is not read in its likeliest way."""

_OWN_WORDS = {"干隆": ("qian", "long")}
"""Words that the library lacks, as they are compared."""


@cache
def _plain(toned: str) -> str:
    return plain_syllable(to_normal(toned))


def characters() -> dict[str, tuple[str, ...]]:
    """Each character that is compared as itself, with the syllables that it is read as where no word says."""
    found = {
        char: (_plain(PINYIN_DICT[code].split(",")[0]),)
        for code in (code for block in _BLOCKS for code in block)
        if code in PINYIN_DICT and fold(char := chr(code)) == char
    }
    for entry in COMMON.split():
        found[entry[0]] = tuple(entry[1:].split(","))
    return {char: syllables for char, syllables in found.items() if syllables[0]}


def words(known: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The words that say how their characters are read, where these by themselves would not."""
    found = dict(_OWN_WORDS)
    for word, toned in sorted(PHRASES_DICT.items(), key=lambda entry: (len(entry[0]), entry[0])):
        plain = fold(word)
        syllables = tuple(_plain(options[0]) for options in toned)
        if not (len(plain) == len(word) == len(syllables) <= _LONGEST and all(char in known for char in plain)):
            continue
        by_parts = read(plain, known, found)
        missed = any(one not in options for one, options in zip(syllables, by_parts, strict=True))
        if missed or (len(plain) < _LONGEST and by_parts != [(one,) for one in syllables]):
            found.setdefault(plain, syllables)
    return found


def sources() -> dict[Path, str]:
    """The modules that hold the tables, by their files."""
    known = characters()
    by_reading: dict[str, list[str]] = {}
    for char, syllables in known.items():
        by_reading.setdefault(",".join(syllables), []).append(char)
    read_as = (f"{reading}:{''.join(by_reading[reading])}" for reading in sorted(by_reading))
    spelt = (_spelt(word, syllables, known) for word, syllables in sorted(words(known).items()))
    return {
        CHARACTERS: _MODULE.format(says=_CHARACTERS_SAY, name="CHARACTERS", lines=_lines(read_as)),
        WORDS: _MODULE.format(says=_WORDS_SAY, name="WORDS", lines=_lines(spelt)),
    }


def main() -> int:
    """Write the tables."""
    for path, source in sources().items():
        path.write_text(source, encoding="utf-8")
    return 0


def _spelt(word: str, syllables: tuple[str, ...], known: Mapping[str, tuple[str, ...]]) -> str:
    """A word with the syllable behind each character that has another first."""
    return "".join(
        char + (syllable if known[char][0] != syllable else "") for char, syllable in zip(word, syllables, strict=True)
    )


def _lines(entries: Iterator[str]) -> str:
    """The entries parted by spaces, in literals of lines that are not too wide."""
    lines, line, wide = [], [], 0
    for char in " ".join(entries):
        wide += 2 if east_asian_width(char) in "WF" else 1
        if wide > _WIDTH:
            lines.append("".join(line))
            line, wide = [], 2 if east_asian_width(char) in "WF" else 1
        line.append(char)
    lines.append("".join(line))
    return "\n".join(f'    "{line}"' for line in lines)


if __name__ == "__main__":
    sys.exit(main())
