<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) found</source>
        <translation>
            <numerusform>%Ln annotation found</numerusform>
            <numerusform>%Ln annotations found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in the tree</source>
        <translation>
            <numerusform>%n place in the tree</numerusform>
            <numerusform>%n places in the tree</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) here already</source>
        <translation>
            <numerusform>%Ln file was here already</numerusform>
            <numerusform>%Ln files were here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>%Ln file could not be read</numerusform>
            <numerusform>%Ln files could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) replaced</source>
        <translation>
            <numerusform>%Ln page replaced</numerusform>
            <numerusform>%Ln pages replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mark(s) carried over</source>
        <translation>
            <numerusform>%Ln mark carried over</numerusform>
            <numerusform>%Ln marks carried over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved</source>
        <translation>
            <numerusform>%Ln moved</numerusform>
            <numerusform>%Ln moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a place</source>
        <translation>
            <numerusform>%Ln without a place</numerusform>
            <numerusform>%Ln without a place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) changed</source>
        <translation>
            <numerusform>%Ln annotation changed</numerusform>
            <numerusform>%Ln annotations changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) undone</source>
        <translation>
            <numerusform>%Ln step undone</numerusform>
            <numerusform>%Ln steps undone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) redone</source>
        <translation>
            <numerusform>%Ln step redone</numerusform>
            <numerusform>%Ln steps redone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %Ln page(s)</source>
        <translation>
            <numerusform>on %Ln page</numerusform>
            <numerusform>on %Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mark(s) have {names}.</source>
        <translation>
            <numerusform>%Ln mark has {names}.</numerusform>
            <numerusform>%Ln marks have {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln tag(s)</source>
        <translation>
            <numerusform>Delete %Ln tag</numerusform>
            <numerusform>Delete %Ln tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the %Ln tag(s) &amp;below too</source>
        <translation>
            <numerusform>Delete the %Ln tag &amp;below too</numerusform>
            <numerusform>Delete the %Ln tags &amp;below too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) exported</source>
        <translation>
            <numerusform>%Ln tag exported</numerusform>
            <numerusform>%Ln tags exported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) could not be taken as they stand:</source>
        <translation>
            <numerusform>%Ln thing could not be taken as it stands:</numerusform>
            <numerusform>%Ln things could not be taken as they stand:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set is for the %Ln mark(s) selected.</source>
        <translation>
            <numerusform>Set is for the %Ln mark selected.</numerusform>
            <numerusform>Set is for the %Ln marks selected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set is for %Ln mark(s).</source>
        <translation>
            <numerusform>Set is for %Ln mark.</numerusform>
            <numerusform>Set is for %Ln marks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mark(s) will get another tag.</source>
        <translation>
            <numerusform>%Ln mark will get another tag.</numerusform>
            <numerusform>%Ln marks will get another tag.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) deleted</source>
        <translation>
            <numerusform>%Ln tag deleted</numerusform>
            <numerusform>%Ln tags deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new tag(s)</source>
        <translation>
            <numerusform>%Ln new tag</numerusform>
            <numerusform>%Ln new tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>tags</comment>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln as they are</source>
        <comment>tags</comment>
        <translation>
            <numerusform>%Ln as it is</numerusform>
            <numerusform>%Ln as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new annotation(s)</source>
        <translation>
            <numerusform>%Ln new annotation</numerusform>
            <numerusform>%Ln new annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed annotation(s)</source>
        <translation>
            <numerusform>%Ln changed annotation</numerusform>
            <numerusform>%Ln changed annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memo(s)</source>
        <translation>
            <numerusform>%Ln memo</numerusform>
            <numerusform>%Ln memos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s)</source>
        <translation>
            <numerusform>%Ln link</numerusform>
            <numerusform>%Ln links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) deleted</source>
        <translation>
            <numerusform>%Ln page deleted</numerusform>
            <numerusform>%Ln pages deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mark(s)</source>
        <translation>
            <numerusform>%Ln mark</numerusform>
            <numerusform>%Ln marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) tagged</source>
        <translation>
            <numerusform>%Ln article tagged</numerusform>
            <numerusform>%Ln articles tagged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) moved</source>
        <translation>
            <numerusform>%Ln article moved</numerusform>
            <numerusform>%Ln articles moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%Ln copy(s)</source>
        <translation>
            <numerusform>+%Ln copy</numerusform>
            <numerusform>+%Ln copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeat(s) on copies left out</source>
        <translation>
            <numerusform>%Ln repeat on copies left out</numerusform>
            <numerusform>%Ln repeats on copies left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodebookModel</name>
    <message numerus="yes">
        <source>{name}, %n mark(s)</source>
        <translation>
            <numerusform>{name}, %n mark</numerusform>
            <numerusform>{name}, %n marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetadataDialog</name>
    <message numerus="yes">
        <source>{changed} of %n page(s) will change.</source>
        <translation>
            <numerusform>{changed} of %n page will change.</numerusform>
            <numerusform>{changed} of %n pages will change.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesHeader</name>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Walking</name>
    <message numerus="yes">
        <source>Passed over: %Ln article(s) of other libraries</source>
        <translation>
            <numerusform>Passed over: %Ln article of other libraries</numerusform>
            <numerusform>Passed over: %Ln articles of other libraries</numerusform>
        </translation>
    </message>
</context>
</TS>
